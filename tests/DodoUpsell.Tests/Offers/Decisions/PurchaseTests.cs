using DodoUpsell.Emulator;
using DodoUpsell.Offers;

namespace DodoUpsell.Tests.Offers.Decisions;

/// <summary>Which payments are purchases after which an offer is made.</summary>
public sealed class PurchaseTests
{
    [Fact]
    public async Task An_offer_is_made_after_a_purchase_and_again_the_same()
    {
        var shop = Shop();
        var purchase = await shop.BuyAsync();
        var offer = (await shop.FindAsync(purchase.PaymentId)).Offer!;
        Assert.Equal(purchase.CreatedAt.AddMinutes(15), offer.ExpiresAt);
        Assert.Equal(new Money(1900, Currency.USD), offer.Disclosure.DueNow);
        Assert.Equal(OfferShop.Customer, offer.CustomerId);
        shop.Forget();
        Assert.Equal(offer.Id, (await shop.FindAsync(purchase.PaymentId)).Offer?.Id);
        Assert.Empty(shop.Requests);
    }

    [Fact]
    public async Task The_start_of_a_subscription_is_a_purchase_and_replaces_no_other()
    {
        var shop = new OfferShop(options =>
        {
            options.Rules.Add(
                OfferShop.Ebook() with
                {
                    When = new() { BoughtAllOf = [DemoSeed.ProPlan, DemoSeed.Course] },
                }
            );
        });
        var purchase = await shop.BuyAsync(DemoSeed.ProPlan, DemoSeed.CustomerWithoutCard, null, DemoSeed.Course);
        Assert.Null(purchase.ProductCart);
        Assert.NotNull((await shop.FindAsync(purchase.PaymentId)).Offer);
    }

    [Fact]
    public async Task A_renewal_is_no_purchase_however_late_lists_are()
    {
        var shop = Shop();
        var renewal = await RenewAsync(shop);
        shop.Emulator.ListingLag = TimeSpan.FromMinutes(30);
        Assert.Equal(NoOfferReason.Renewal, (await shop.FindAsync(renewal)).NoOffer);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(29, null)]
    [InlineData(31, NoOfferReason.PurchaseUnclear)]
    [InlineData(-31, NoOfferReason.PurchaseUnclear)]
    [InlineData(60 * 24, NoOfferReason.Renewal)]
    public void A_payment_long_after_the_creation_of_its_subscription_did_not_start_it(
        int minutes,
        NoOfferReason? expected
    )
    {
        var created = EvaluatorRows.Now;
        var subscription = new Subscription
        {
            SubscriptionId = "sub",
            ProductId = "pro",
            CreatedAt = created,
        };
        var payment = new Payment { PaymentId = "pay", CreatedAt = created.AddMinutes(minutes) };
        Assert.Equal(expected, PurchaseCheck.Of(payment, subscription));
    }

    [Fact]
    public void A_subscription_without_its_times_or_its_plan_is_unclear()
    {
        var payment = new Payment { PaymentId = "pay", CreatedAt = EvaluatorRows.Now };
        var subscription = new Subscription
        {
            SubscriptionId = "sub",
            ProductId = "pro",
            CreatedAt = payment.CreatedAt,
        };
        Assert.Null(PurchaseCheck.Of(payment, subscription));
        Assert.Equal(
            NoOfferReason.PurchaseUnclear,
            PurchaseCheck.Of(payment, subscription with { CreatedAt = default })
        );
        Assert.Equal(NoOfferReason.PurchaseUnclear, PurchaseCheck.Of(payment, subscription with { ProductId = "" }));
    }

    [Theory]
    [InlineData("succeeded", true)]
    [InlineData("processing", true)]
    [InlineData(null, true)]
    [InlineData("failed", false)]
    public void An_earlier_payment_of_the_subscription_makes_a_renewal(string? status, bool expected)
    {
        var now = EvaluatorRows.Now;
        var payment = new Payment
        {
            PaymentId = "pay",
            CreatedAt = now,
            SubscriptionId = "sub",
        };
        var earlier = new PaymentListItem
        {
            PaymentId = "pay_earlier",
            CreatedAt = now,
            SubscriptionIds = ["sub"],
            Status = status is null ? null : new PaymentStatus(status),
        };
        Assert.Equal(expected, PurchaseCheck.IsRenewal(payment, [earlier]));
        Assert.False(PurchaseCheck.IsRenewal(payment, [earlier with { PaymentId = "pay" }]));
        Assert.False(PurchaseCheck.IsRenewal(payment, [earlier with { CreatedAt = now.AddSeconds(1) }]));
        Assert.False(PurchaseCheck.IsRenewal(payment, [earlier with { SubscriptionIds = ["sub_other"] }]));
    }

    [Theory]
    [InlineData("\"customer\":", "\"buyer\":")]
    [InlineData("\"product_cart\"", "\"cart\"")]
    public async Task A_payment_without_its_customer_or_its_products_is_unclear(string member, string by)
    {
        var shop = new OfferShop(
            options => options.Rules.Add(OfferShop.Ebook()),
            between: new RewrittenAnswers(member, by)
        );
        var purchase = await shop.BuyAsync();
        Assert.Equal(NoOfferReason.PurchaseUnclear, (await shop.FindAsync(purchase.PaymentId)).NoOffer);
    }

    [Fact]
    public async Task Metadata_of_a_paid_purchase_link_its_customer_to_the_user()
    {
        var shop = Shop();
        var purchase = await shop.BuyAsync(metadata: new() { [OfferSubject.UserMetadataKey] = "42" });
        var decision = await shop.FindAsync(purchase.PaymentId, SubjectIds.OfUser("42"));
        Assert.Equal("user:42", (await shop.RecordAsync(decision.Offer!.Id)).SubjectId);
        Assert.NotNull(await shop.Flow.FindAsync(SubjectIds.OfCustomer(OfferShop.Customer), decision.Offer.Id));
        var other = await shop.FindAsync(purchase.PaymentId, SubjectIds.OfUser("43"));
        Assert.Equal(NoOfferReason.OtherSubject, other.NoOffer);
    }

    [Fact]
    public async Task An_offer_that_was_made_before_the_user_was_known_becomes_the_users()
    {
        var shop = Shop();
        var purchase = await shop.BuyAsync();
        var offer = (await shop.FindAsync(purchase.PaymentId)).Offer!;
        var both = new SubjectIds { UserId = "42", CustomerId = OfferShop.Customer };
        Assert.Equal(offer.Id, (await shop.FindAsync(purchase.PaymentId, both)).Offer?.Id);
        Assert.NotNull(await shop.Flow.FindAsync(SubjectIds.OfUser("42"), offer.Id));
    }

    [Fact]
    public async Task A_clock_that_is_behind_gives_no_more_time()
    {
        var shop = Shop();
        var purchase = await shop.BuyAsync();
        var behind = new OfferShop(
            options => options.Rules.Add(OfferShop.Ebook()),
            emulator: new() { Settlement = PaymentSettlement.Immediate, StartTime = shop.Now },
            clock: new ShiftedClock(shop.Now.AddMinutes(-4))
        );
        var offer = (await behind.FindAsync((await behind.BuyAsync()).PaymentId)).Offer!;
        Assert.Equal(shop.Now.AddMinutes(11), offer.ExpiresAt);
        Assert.NotNull(purchase);
    }

    internal static async Task<string> RenewAsync(OfferShop shop)
    {
        // The demo customer has a monthly plan that was started long ago.
        var subscription = await shop.Dodo.Subscriptions.GetAsync(DemoSeed.BasicSubscription);
        shop.Emulator.Clock.AdvanceTo(subscription.NextBillingDate.AddSeconds(1));
        var payments = await shop
            .Dodo.Payments.ListAsync(new() { SubscriptionId = DemoSeed.BasicSubscription })
            .ToListAsync();
        return payments.MaxBy(payment => payment.CreatedAt)!.PaymentId;
    }

    private static OfferShop Shop() => new(options => options.Rules.Add(OfferShop.Ebook()));

    private sealed class ShiftedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
