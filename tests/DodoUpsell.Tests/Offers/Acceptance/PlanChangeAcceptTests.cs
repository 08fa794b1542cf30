using System.Net;
using DodoUpsell.Emulator;
using DodoUpsell.Offers;
using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.Offers.Acceptance;

/// <summary>Accepting a plan change confirms the quote that was disclosed.</summary>
public sealed class PlanChangeAcceptTests
{
    private const string ChangePlan = $"POST /subscriptions/{DemoSeed.BasicSubscription}/change-plan";

    [Fact]
    public async Task An_accepted_upgrade_is_charged_once()
    {
        var shop = new OfferShop();
        var offer = await shop.OfferAsync(OfferShop.ToPro);

        var paid = Assert.IsType<OfferOutcome.Succeeded>(await shop.AcceptAsync(offer));

        Assert.Equal((offer.Shown, DemoSeed.BasicSubscription), (paid.Charged, paid.SubscriptionId));
        Assert.Equal(paid, await shop.AcceptAsync(offer));
        Assert.Equal(paid, await shop.Flow.FindOutcomeAsync(OfferShop.Ada, offer.Id));
        Assert.Equal(1, shop.Wire.Count(ChangePlan));
        Assert.Single(shop.Emulator.Charges);
        Assert.Equal(OfferState.Accepted, (await shop.RecordAsync()).State);
        Assert.Contains("\"quote_lines\":[{", (await shop.ReceiptAsync())!.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scheduled_change_is_accepted_without_a_charge()
    {
        var shop = new OfferShop();
        var offer = await shop.OfferAsync(
            new ResolvedSale.Change(OfferShop.ToPro.Request with { Timing = PlanChangeTiming.NextBillingDate })
        );

        Assert.IsType<OfferOutcome.Scheduled>(await shop.AcceptAsync(offer));

        var record = await shop.RecordAsync();
        Assert.Equal((OfferState.Accepted, true), (record.State, record.Charged!.Value.IsZero));
        Assert.NotNull(await shop.ReceiptAsync());
    }

    [Fact]
    public async Task A_quote_that_ended_before_the_offer_is_quoted_again_under_its_id()
    {
        var shop = new OfferShop();
        var offer = await shop.OfferAsync(OfferShop.ToPro, expiry: TimeSpan.FromHours(2));
        shop.Emulator.Clock.Advance(TimeSpan.FromHours(1));

        Assert.IsType<OfferOutcome.Succeeded>(await shop.AcceptAsync(offer));

        var charge = await shop.Ledger.FindAsync(DodoEnvironment.Test, $"planchange-{offer.Id}");
        Assert.Equal(ChargeState.Succeeded, charge!.State);
        Assert.Single(shop.Emulator.Charges);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_quote_that_does_not_hold_is_disclosed_again_under_its_id(int hoursLater)
    {
        var shop = new OfferShop();
        var offer = await shop.OfferAsync(OfferShop.ToPro, expiry: TimeSpan.FromHours(2));
        shop.Emulator.Clock.Advance(TimeSpan.FromHours(hoursLater));
        shop.Wire.OnAnswer[ChangePlan + "/preview"] = (_, preview) =>
            preview["immediate_charge"]!["summary"]!["total_amount"] = 6000;

        var changed = Assert.IsType<OfferOutcome.Changed>(await shop.AcceptAsync(offer));

        Assert.Equal(new Money(6000, Currency.USD), changed.Offer.Disclosure.DueNow);
        var open = await shop.RecordAsync();
        Assert.Equal(offer.Id, PlanChangeQuote.Parse(OfferTerms.Parse(open.Terms).Quote!).Id);
        Assert.Empty(shop.Emulator.Charges);

        // Two disclosures of one offer have one charge key.
        Assert.IsType<OfferOutcome.Succeeded>(await shop.AcceptAsync(open));
        Assert.Single(shop.Emulator.Charges);
    }

    [Fact]
    public async Task A_plan_that_cannot_be_changed_any_more_fails_the_offer()
    {
        var shop = new OfferShop();
        var offer = await shop.OfferAsync(OfferShop.ToPro);
        shop.Wire.OnAnswer[$"GET /subscriptions/{DemoSeed.BasicSubscription}"] = (_, subscription) =>
            subscription["status"] = "on_hold";

        var refused = Assert.IsType<OfferOutcome.Refused>(await shop.AcceptAsync(offer));

        Assert.False(refused.CanRetry);
        Assert.Equal(OfferFailure.Refused, (await shop.RecordAsync()).Failure);
    }

    [Fact]
    public async Task Another_change_in_progress_leaves_the_offer_open()
    {
        var shop = new OfferShop();
        var offer = await shop.OfferAsync(OfferShop.ToPro);
        var flow = new PlanChangeFlow(shop.Engine.Charges);
        var other = await flow.PreviewAsync(DemoSeed.BasicSubscription, DemoSeed.ProPlan);
        OfferOutcome? meanwhile = null;
        shop.Wire.BeforeCall = async call =>
        {
            if (call == ChangePlan)
                meanwhile ??= await shop.AcceptAsync(offer);
        };

        await flow.ConfirmAsync(other);

        Assert.True(Assert.IsType<OfferOutcome.Refused>(meanwhile).CanRetry);
        Assert.Single(shop.Emulator.Charges);
        Assert.Equal(OfferState.Open, (await shop.RecordAsync()).State);
    }

    [Fact]
    public async Task A_change_that_is_declined_fails_the_offer_and_keeps_the_plan()
    {
        var shop = new OfferShop();
        var offer = await shop.OfferAsync(OfferShop.ToPro);
        shop.Wire.OnPayment = payment =>
        {
            payment["status"] = "failed";
            payment["error_code"] = "CARD_DECLINED";
        };

        var declined = await shop.AcceptAsync(offer);

        Assert.IsType<OfferOutcome.Declined>(declined);
        Assert.Equal((OfferState.Failed, OfferFailure.Declined), await StateAsync(shop));
        Assert.Equal(declined, await shop.AcceptAsync(offer));
        Assert.Equal(1, shop.Wire.Count(ChangePlan));
    }

    [Fact]
    public async Task A_lost_answer_is_found_and_never_sent_again()
    {
        var shop = new OfferShop();
        var offer = await shop.OfferAsync(OfferShop.ToPro);
        shop.Break(EmulatedFaultKind.DropAfterCommit, $"/subscriptions/{DemoSeed.BasicSubscription}/change-plan");

        await shop.AcceptAsync(offer);
        await shop.PassAsync(TimeSpan.FromHours(2), TimeSpan.FromMinutes(5));

        Assert.IsType<OfferOutcome.Succeeded>(await shop.Flow.FindOutcomeAsync(OfferShop.Ada, offer.Id));
        Assert.Equal(OfferState.Accepted, (await shop.RecordAsync()).State);
        Assert.Single(shop.Emulator.Charges);
    }

    [Fact]
    public async Task An_api_that_cannot_be_reached_opens_the_offer_again()
    {
        var shop = new OfferShop();
        var offer = await shop.OfferAsync(OfferShop.ToPro);
        shop.Break(
            EmulatedFaultKind.Status,
            $"/subscriptions/{DemoSeed.BasicSubscription}/change-plan/preview",
            times: 20,
            status: HttpStatusCode.BadGateway
        );

        await Assert.ThrowsAsync<DodoApiException>(() => shop.AcceptAsync(offer));

        Assert.Equal(OfferState.Open, (await shop.RecordAsync()).State);
        shop.Emulator.ClearFaults();
        Assert.IsType<OfferOutcome.Succeeded>(await shop.AcceptAsync(offer));
    }

    private static async Task<(OfferState, OfferFailure?)> StateAsync(OfferShop shop)
    {
        var offer = await shop.RecordAsync();
        return (offer.State, offer.Failure);
    }
}
