using System.Net;
using System.Text.Json.Nodes;
using DodoUpsell.Emulator;
using DodoUpsell.Offers;
using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.Offers.Acceptance;

/// <summary>Accepting a cart charges what was disclosed, once.</summary>
public sealed class AcceptTests
{
    private const string Preview = "POST /checkouts/preview";
    private const string Checkout = "POST /checkouts";

    [Fact]
    public async Task One_click_is_two_calls_before_the_outcome_is_read()
    {
        var shop = new OfferShop();
        var offer = await shop.OfferAsync(slot: "place:account:customer");
        shop.Wire.Forget();

        var paid = Assert.IsType<OfferOutcome.Succeeded>(await shop.AcceptAsync(offer));

        // The payment is read until it is final.
        Assert.Equal(
            [Preview, Checkout, $"GET /payments/{paid.PaymentId}"],
            shop.Wire.Requests.Select(sent => sent.Call).Distinct()
        );
        Assert.Equal((1, 1), (shop.Wire.Count(Preview), shop.Wire.Count(Checkout)));
        Assert.Equal(offer.Shown, paid.Charged);
        var charge = Assert.Single(shop.Emulator.Charges);
        Assert.Equal(paid.PaymentId, charge.PaymentId);
        var record = await shop.RecordAsync();
        Assert.Equal(
            (OfferState.Accepted, paid.PaymentId, offer.Shown),
            (record.State, record.PaymentId, record.Charged)
        );
        Assert.Null(record.Slot);
        Assert.NotNull(record.EndedAt);
        Assert.NotNull(await shop.ReceiptAsync());
        var money = await shop.Store.FindMoneyAsync(DodoEnvironment.Test, paid.PaymentId!);
        Assert.Equal((offer.Id, offer.Shown), (money!.OfferId, money.Amount));
        Assert.Equal([DemoSeed.Ebook], money.ProductIds);
    }

    [Fact]
    public async Task What_is_charged_is_what_was_previewed_for_the_disclosure()
    {
        var shop = new OfferShop();
        var sale = new ResolvedSale.Cart(
            [
                new()
                {
                    ProductId = DemoSeed.ProPlan,
                    Quantity = 2,
                    Addons = [new() { AddonId = DemoSeed.SeatAddon, Quantity = 1 }],
                },
            ],
            new() { TrialPeriodDays = 7 },
            new() { Country = new CountryCode("US"), Zipcode = "94105" },
            null
        );
        var offer = await shop.OfferAsync(sale);
        var disclosed = shop.Wire.LastBody(Preview);
        shop.Wire.Forget();

        Assert.IsType<OfferOutcome.Succeeded>(await shop.AcceptAsync(offer));

        Assert.Equal(disclosed.ToJsonString(), shop.Wire.LastBody(Preview).ToJsonString());
        var charged = shop.Wire.LastBody(Checkout);
        Assert.Equal(DemoSeed.GoodCard, charged["payment_method_id"]!.GetValue<string>());
        foreach (var own in new[] { "confirm", "payment_method_id", "metadata" })
            charged.Remove(own);
        Assert.Equal(disclosed.ToJsonString(), charged.ToJsonString());
        Assert.False(charged["feature_flags"]!["allow_discount_code"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("ofr_unknown", DemoSeed.CustomerWithCards)]
    [InlineData("ofr_1", DemoSeed.CustomerWithoutCard)]
    public async Task An_unknown_offer_and_that_of_another_subject_are_not_found(string id, string customer)
    {
        var shop = new OfferShop();
        var offer = await shop.OfferAsync();

        var unknown = await shop.AcceptAsync(offer with { Id = id }, SubjectIds.OfCustomer(customer));

        Assert.Equal(OfferUnavailableReason.NotFound, Assert.IsType<OfferOutcome.NotAvailable>(unknown).Reason);
        Assert.Null(await shop.Flow.FindOutcomeAsync(SubjectIds.OfCustomer(customer), id));
        Assert.Null(await shop.Flow.DeclineAsync(SubjectIds.OfCustomer(customer), id));
        Assert.Equal(OfferState.Open, (await shop.RecordAsync()).State);
        Assert.Empty(shop.Emulator.Charges);
    }

    [Fact]
    public async Task Another_disclosure_than_the_current_one_is_answered_with_the_current_one()
    {
        var shop = new OfferShop();
        var offer = await shop.OfferAsync();

        var changed = Assert.IsType<OfferOutcome.Changed>(await shop.AcceptAsync(offer, disclosureId: "dsc_older"));

        Assert.Equal(OfferShop.DisclosureOf(offer).Id, changed.Offer.Disclosure.Id);
        Assert.Equal(OfferState.Open, changed.Offer.State);
        Assert.Empty(shop.Emulator.Charges);
    }

    [Fact]
    public async Task An_offer_that_expired_declined_or_was_withheld_is_not_charged()
    {
        var shop = new OfferShop();
        var expired = await shop.OfferAsync(id: "ofr_expired", expiry: TimeSpan.FromMinutes(1));
        var declined = await shop.OfferAsync(id: "ofr_declined");
        var withheld = await shop.OfferAsync(id: "ofr_withheld");
        shop.Emulator.Clock.Advance(TimeSpan.FromMinutes(1));
        await shop.Store.TryUpdateAsync(OfferTransitions.Declined(declined, shop.Now));
        await shop.Store.TryUpdateAsync(withheld with { Version = 1, State = OfferState.Withheld });

        Assert.Equal(OfferUnavailableReason.Expired, await WhyNotAsync(shop, expired));
        Assert.Equal(OfferUnavailableReason.Declined, await WhyNotAsync(shop, declined));
        Assert.Equal(OfferUnavailableReason.NotFound, await WhyNotAsync(shop, withheld));
        Assert.Empty(shop.Emulator.Charges);
    }

    [Fact]
    public async Task A_rule_that_is_gone_disabled_or_paused_is_not_charged()
    {
        var shop = new OfferShop();
        var offer = await shop.OfferAsync();
        shop.Options.Rules.Clear();
        Assert.Equal(OfferUnavailableReason.RuleStopped, await WhyNotAsync(shop, offer));
        shop.Options.Rules.Add(OfferShop.RuleOf(OfferShop.Rule) with { Enabled = false });
        Assert.Equal(OfferUnavailableReason.RuleStopped, await WhyNotAsync(shop, offer));
        shop.Options.Rules[0] = OfferShop.RuleOf(OfferShop.Rule);
        await shop.Store.PauseAsync(
            new()
            {
                Environment = DodoEnvironment.Test,
                RuleId = OfferShop.Rule,
                Reason = OfferPauseReason.Declines,
                Count = 5,
                Of = 10,
                PausedAt = shop.Now,
                ResumesAt = shop.Now.AddMinutes(5),
            }
        );
        Assert.Equal(OfferUnavailableReason.RuleStopped, await WhyNotAsync(shop, offer));
        shop.Emulator.Clock.Advance(TimeSpan.FromMinutes(6));

        Assert.IsType<OfferOutcome.Succeeded>(await shop.AcceptAsync(offer));
    }

    [Fact]
    public async Task A_repeated_accept_returns_the_outcome_and_charges_nothing()
    {
        var shop = new OfferShop();
        var offer = await shop.OfferAsync();
        var first = Assert.IsType<OfferOutcome.Succeeded>(await shop.AcceptAsync(offer));

        var again = Assert.IsType<OfferOutcome.Succeeded>(await shop.AcceptAsync(offer));
        var found = Assert.IsType<OfferOutcome.Succeeded>(await shop.Flow.FindOutcomeAsync(OfferShop.Ada, offer.Id));

        Assert.Equal(first, again);
        Assert.Equal(first, found);
        Assert.Single(shop.Emulator.Charges);
        Assert.Equal(1, shop.Wire.Count(Checkout));
    }

    [Fact]
    public async Task Two_nodes_that_accept_at_once_charge_once()
    {
        var one = new OfferShop();
        var other = new OfferShop(one.Emulator, one.Ledger, one.Store);
        var offer = await one.OfferAsync();
        OfferOutcome? second = null;
        one.Wire.BeforeCall = async call =>
        {
            if (call == Preview)
                second ??= await other.AcceptAsync(offer);
        };

        var first = await one.AcceptAsync(offer);

        Assert.IsType<OfferOutcome.Succeeded>(first);
        Assert.IsType<OfferOutcome.Pending>(second);
        Assert.Single(one.Emulator.Charges);
        Assert.Equal(0, other.Wire.Count(Checkout));
    }

    [Fact]
    public async Task A_higher_price_is_disclosed_again_and_charged_only_after_a_second_yes()
    {
        var shop = new OfferShop();
        var offer = await shop.OfferAsync();
        shop.Wire.OnAnswer[Preview] = (_, preview) => preview["current_breakup"]!["total_amount"] = 4242;

        var changed = Assert.IsType<OfferOutcome.Changed>(await shop.AcceptAsync(offer));

        Assert.Equal(new Money(4242, Currency.USD), changed.Offer.Disclosure.DueNow);
        var open = await shop.RecordAsync();
        Assert.Equal(
            (OfferState.Open, (DateTimeOffset?)null, (string?)null),
            (open.State, open.AcceptedAt, open.Consent)
        );
        Assert.Equal(changed.Offer.Disclosure.DueNow, open.Shown);
        Assert.Empty(shop.Emulator.Charges);
        Assert.Null(await shop.Flow.FindOutcomeAsync(OfferShop.Ada, offer.Id));

        // The old disclosure is not accepted any more, the new one is.
        Assert.IsType<OfferOutcome.Changed>(await shop.AcceptAsync(offer));
        Assert.IsType<OfferOutcome.Succeeded>(await shop.AcceptAsync(open));
        Assert.Single(shop.Emulator.Charges);
    }

    [Fact]
    public async Task A_lower_price_is_charged_without_asking_again()
    {
        var shop = new OfferShop();
        shop.Wire.OnAnswer[Preview] = (_, preview) => preview["current_breakup"]!["total_amount"] = 99_99;
        var offer = await shop.OfferAsync();
        shop.Wire.OnAnswer.Remove(Preview);

        var paid = Assert.IsType<OfferOutcome.Succeeded>(await shop.AcceptAsync(offer));

        Assert.True(paid.Charged < offer.Shown);
    }

    public static TheoryData<string, Action<JsonObject>> WorseRenewals =>
        new()
        {
            { "amount", preview => preview["recurring_breakup"]!["total_amount"] = 8001 },
            { "earlier", preview => preview["next_billing_date"] = "2026-01-16T00:00:00Z" },
            { "no date", preview => preview["next_billing_date"] = null },
        };

    [Theory]
    [MemberData(nameof(WorseRenewals))]
    public async Task A_renewal_that_is_worse_than_shown_is_disclosed_again(string _, Action<JsonObject> worse)
    {
        var shop = new OfferShop();
        var offer = await shop.OfferAsync(OfferShop.CartOf(DemoSeed.ProPlan));
        shop.Wire.OnAnswer[Preview] = (_, preview) => worse(preview);

        Assert.IsType<OfferOutcome.Changed>(await shop.AcceptAsync(offer));
        Assert.Empty(shop.Emulator.Charges);
        Assert.Equal(OfferState.Open, (await shop.RecordAsync()).State);
    }

    [Theory]
    [InlineData("current_breakup")]
    [InlineData("recurring_breakup")]
    [InlineData("product_cart")]
    public async Task A_preview_that_cannot_be_evaluated_refuses_and_opens_the_offer_again(string member)
    {
        var shop = new OfferShop();
        var offer = await shop.OfferAsync(OfferShop.CartOf(DemoSeed.ProPlan));
        shop.Wire.OnAnswer[Preview] = (_, preview) =>
            preview[member] = member == "product_cart" ? new JsonArray() : null;

        var refused = Assert.IsType<OfferOutcome.Refused>(await shop.AcceptAsync(offer));

        Assert.True(refused.CanRetry);
        Assert.Empty(shop.Emulator.Charges);
        Assert.Equal(OfferState.Open, (await shop.RecordAsync()).State);
        shop.Wire.OnAnswer.Remove(Preview);
        Assert.IsType<OfferOutcome.Succeeded>(await shop.AcceptAsync(offer));
    }

    [Fact]
    public async Task An_offer_that_the_api_refuses_has_failed_for_good()
    {
        var shop = new OfferShop();
        var offer = await shop.OfferAsync();
        shop.Break(EmulatedFaultKind.Status, "/checkouts/preview", status: HttpStatusCode.UnprocessableEntity);

        var refused = Assert.IsType<OfferOutcome.Refused>(await shop.AcceptAsync(offer));

        Assert.False(refused.CanRetry);
        var failed = await shop.RecordAsync();
        Assert.Equal((OfferState.Failed, OfferFailure.Refused), (failed.State, failed.Failure));
        Assert.IsNotType<OfferOutcome.Succeeded>(await shop.AcceptAsync(offer));
        Assert.Empty(shop.Emulator.Charges);
        Assert.Null(await shop.ReceiptAsync());
    }

    [Fact]
    public async Task A_charge_that_is_refused_for_a_moment_can_be_accepted_again()
    {
        var shop = new OfferShop();
        var offer = await shop.OfferAsync();
        shop.Break(EmulatedFaultKind.Status, "/checkouts", times: 20, status: HttpStatusCode.TooManyRequests);

        OfferOutcome? outcome = null;
        await Record.ExceptionAsync(async () => outcome = await shop.AcceptAsync(offer));

        Assert.True(outcome is null or OfferOutcome.Refused { CanRetry: true });
        Assert.Equal(OfferState.Open, (await shop.RecordAsync()).State);
        shop.Emulator.ClearFaults();
        Assert.IsType<OfferOutcome.Succeeded>(await shop.AcceptAsync(offer));
        Assert.Single(shop.Emulator.Charges);
    }

    [Fact]
    public async Task An_api_that_cannot_be_reached_opens_the_offer_again()
    {
        var shop = new OfferShop();
        var offer = await shop.OfferAsync();
        shop.Break(EmulatedFaultKind.Status, "/checkouts/preview", times: 20, status: HttpStatusCode.BadGateway);

        await Assert.ThrowsAsync<DodoApiException>(() => shop.AcceptAsync(offer));

        Assert.Equal(OfferState.Open, (await shop.RecordAsync()).State);
        shop.Emulator.ClearFaults();
        Assert.IsType<OfferOutcome.Succeeded>(await shop.AcceptAsync(offer));
    }

    [Fact]
    public async Task A_lost_answer_is_found_and_never_sent_again()
    {
        var shop = new OfferShop();
        var offer = await shop.OfferAsync();
        shop.Break(EmulatedFaultKind.DropAfterCommit, "/checkouts");

        var first = await shop.AcceptAsync(offer);
        await shop.PassAsync(TimeSpan.FromHours(2), TimeSpan.FromMinutes(5));

        Assert.True(first is OfferOutcome.Succeeded or OfferOutcome.Pending);
        Assert.IsType<OfferOutcome.Succeeded>(await shop.Flow.FindOutcomeAsync(OfferShop.Ada, offer.Id));
        Assert.Single(shop.Emulator.Charges);
        Assert.Equal(OfferState.Accepted, (await shop.RecordAsync()).State);
        Assert.NotNull(await shop.ReceiptAsync());
    }

    [Fact]
    public async Task Linking_the_customer_meanwhile_does_not_lose_the_offer()
    {
        var shop = new OfferShop();
        var offer = await shop.OfferAsync();
        shop.Wire.BeforeCall = async call =>
        {
            if (call == Preview)
                await shop.Flow.LinkAsync("ada", DemoSeed.CustomerWithCards);
        };
        shop.Break(EmulatedFaultKind.Status, "/checkouts/preview", times: 20, status: HttpStatusCode.BadGateway);

        await Assert.ThrowsAsync<DodoApiException>(() => shop.AcceptAsync(offer));
        shop.Emulator.ClearFaults();

        Assert.Equal(
            (OfferState.Open, "user:ada"),
            ((await shop.RecordAsync()).State, (await shop.RecordAsync()).SubjectId)
        );
        Assert.IsType<OfferOutcome.Succeeded>(await shop.AcceptAsync(offer, SubjectIds.OfUser("ada")));
        Assert.Equal(OfferState.Accepted, (await shop.RecordAsync()).State);
    }

    private static async Task<OfferUnavailableReason> WhyNotAsync(OfferShop shop, OfferRecord offer) =>
        Assert.IsType<OfferOutcome.NotAvailable>(await shop.AcceptAsync(offer)).Reason;
}
