using DodoUpsell.Emulator;
using DodoUpsell.Offers;

namespace DodoUpsell.Tests.Offers.Decisions;

/// <summary>Each reason of a whole decision, over the emulator. With the rows of the evaluator, every code is reached.</summary>
public sealed class DecisionTableTests
{
    private static readonly Dictionary<OfferReason, Func<Task<OfferDecision>>> ByReason = new()
    {
        [OfferReason.PriceUnknown] = async () =>
        {
            var shop = new OfferShop(One(OfferShop.Ebook()));
            var purchase = await shop.BuyAsync();
            shop.Emulator.OmitPreviewTotals = true;
            return await shop.FindAsync(purchase.PaymentId);
        },
        [OfferReason.RefusedByApi] = async () =>
        {
            var sale = new OfferedSale.Products { Items = [new() { ProductId = "pdt_unknown", Quantity = 1 }] };
            var shop = new OfferShop(One(OfferShop.Ebook() with { Sale = sale }));
            return await shop.FindAsync((await shop.BuyAsync()).PaymentId);
        },
        [OfferReason.NoVariant] = async () =>
        {
            var shop = new OfferShop(One(Tested("a", "b")), allocator: new NamedAllocator("c"));
            return await shop.FindAsync((await shop.BuyAsync()).PaymentId);
        },
        [OfferReason.LowerPriority] = async () =>
        {
            var shop = new OfferShop(One(OfferShop.Ebook("first") with { Priority = 1 }, OfferShop.Ebook()));
            return await shop.FindAsync((await shop.BuyAsync()).PaymentId);
        },
        [OfferReason.Holdout] = async () =>
        {
            var shop = new OfferShop(One(Tested("a", "holdout")), allocator: new NamedAllocator("holdout"));
            return await shop.FindAsync((await shop.BuyAsync()).PaymentId);
        },
    };

    private static readonly Dictionary<NoOfferReason, Func<Task<OfferDecision>>> ByNoOffer = new()
    {
        [NoOfferReason.DeadlineExceeded] = async () =>
        {
            var shop = new OfferShop(One(OfferShop.Ebook()));
            var purchase = await shop.BuyAsync();
            shop.Emulator.AddFault(
                new EmulatedFault(EmulatedFaultKind.Delay) { Path = "/payments", Delay = TimeSpan.FromSeconds(5) }
            );
            shop.Forget();
            var decision = shop.FindAsync(purchase.PaymentId);
            await DeadlineTests.UntilAsync(() => shop.Requests.Contains("GET /payments"));
            shop.Emulator.Clock.Advance(TimeSpan.FromSeconds(1.5));
            return await decision;
        },
        [NoOfferReason.PurchaseNotPaid] = async () =>
        {
            var shop = new OfferShop(One(OfferShop.Ebook()));
            var purchase = await shop.BuyAsync();
            shop.Emulator.Refund(purchase.PaymentId);
            return await shop.FindAsync(purchase.PaymentId);
        },
        [NoOfferReason.Renewal] = async () =>
        {
            var shop = new OfferShop(One(OfferShop.Ebook()));
            return await shop.FindAsync(await PurchaseTests.RenewAsync(shop));
        },
        [NoOfferReason.Retry] = async () =>
        {
            var shop = new OfferShop(
                One(OfferShop.Ebook()),
                between: new RewrittenAnswers("\"retry_attempt\":0", "\"retry_attempt\":1")
            );
            return await shop.FindAsync((await shop.BuyAsync()).PaymentId);
        },
        [NoOfferReason.MethodSetup] = async () =>
        {
            var shop = new OfferShop(
                One(OfferShop.Ebook()),
                between: new RewrittenAnswers("\"is_update_payment_method\":false", "\"is_update_payment_method\":true")
            );
            return await shop.FindAsync((await shop.BuyAsync()).PaymentId);
        },
        [NoOfferReason.OwnCharge] = async () =>
        {
            var shop = new OfferShop(One(OfferShop.Ebook()));
            var reference = ChargeReference.AddTo(null, new ChargeKey("ofr_1"), "attempt");
            return await shop.FindAsync((await shop.BuyAsync(metadata: reference)).PaymentId);
        },
        [NoOfferReason.PurchaseUnclear] = async () =>
            await new OfferShop(One(OfferShop.Ebook())).FindAsync("pay_unknown"),
        [NoOfferReason.OtherSubject] = async () =>
        {
            var shop = new OfferShop(One(OfferShop.Ebook()));
            var purchase = await shop.BuyAsync();
            return await shop.FindAsync(purchase.PaymentId, SubjectIds.OfCustomer(DemoSeed.CustomerWithoutCard));
        },
        [NoOfferReason.AlreadyDecided] = async () =>
        {
            var shop = new OfferShop(One(OfferShop.Ebook()));
            var purchase = await shop.BuyAsync();
            await shop.FindAsync(purchase.PaymentId);
            shop.Emulator.Clock.Advance(TimeSpan.FromMinutes(15));
            return await shop.FindAsync(purchase.PaymentId);
        },
        [NoOfferReason.Holdout] = ByReason[OfferReason.Holdout],
        [NoOfferReason.NoCustomer] = async () =>
            await new OfferShop(One(OfferShop.Ebook() with { Placement = "account" })).FindAtAsync(
                subject: SubjectIds.OfUser("nobody")
            ),
        [NoOfferReason.FactsUnavailable] = async () =>
        {
            var shop = new OfferShop(One(OfferShop.Ebook()));
            var purchase = await shop.BuyAsync();
            shop.Emulator.AddFault(
                new EmulatedFault(EmulatedFaultKind.Status)
                {
                    Path = "/payments",
                    Status = System.Net.HttpStatusCode.InternalServerError,
                }
            );
            return await shop.FindAsync(purchase.PaymentId);
        },
        [NoOfferReason.ChainEnded] = async () =>
        {
            var shop = new OfferShop(One(OfferShop.Ebook()));
            var offer = (await shop.FindAsync((await shop.BuyAsync()).PaymentId)).Offer!;
            return await shop.DeclineAsync(offer.Id);
        },
        [NoOfferReason.PurchaseTooOld] = async () =>
        {
            var shop = new OfferShop(One(OfferShop.Ebook()));
            var purchase = await shop.BuyAsync();
            shop.Emulator.Clock.Advance(TimeSpan.FromMinutes(15));
            return await shop.FindAsync(purchase.PaymentId);
        },
    };

    public static TheoryData<OfferReason> Reasons => [.. ByReason.Keys];

    public static TheoryData<NoOfferReason> NoOffers => [.. ByNoOffer.Keys];

    [Theory]
    [MemberData(nameof(Reasons))]
    public async Task A_rule_that_could_be_offered_has_the_reason_why_it_was_not(OfferReason reason)
    {
        var decision = await ByReason[reason]();
        Assert.Equal(reason, Assert.Single(Assert.Single(decision.Rules).Reasons));
        Assert.Equal(reason == OfferReason.LowerPriority, decision.Offer is not null);
    }

    [Theory]
    [MemberData(nameof(NoOffers))]
    public async Task Where_no_rule_was_tried_the_decision_says_why(NoOfferReason reason)
    {
        var decision = await ByNoOffer[reason]();
        Assert.Equal(reason, decision.NoOffer);
        Assert.Null(decision.Offer);
    }

    [Fact]
    public void Every_code_is_reached()
    {
        var reached = EvaluatorRows.All.SelectMany(row => row.Expected).Concat(ByReason.Keys);
        Assert.Empty(Enum.GetValues<OfferReason>().Except(reached));
        Assert.Empty(Enum.GetValues<NoOfferReason>().Except(ByNoOffer.Keys));
    }

    private static Action<OfferOptions> One(params OfferRule[] rules) =>
        options =>
        {
            foreach (var rule in rules)
                options.Rules.Add(rule);
        };

    private static OfferRule Tested(params string[] variants) =>
        OfferShop.Ebook() with
        {
            Experiment = new()
            {
                Key = "test",
                Variants =
                [
                    .. variants.Select(name => new OfferVariant { Name = name, IsHoldout = name == "holdout" }),
                ],
            },
        };
}
