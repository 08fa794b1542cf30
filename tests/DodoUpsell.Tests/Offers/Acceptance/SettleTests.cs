using DodoUpsell.Charging.Settlements;
using DodoUpsell.Emulator;
using DodoUpsell.Offers;
using DodoUpsell.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DodoUpsell.Tests.Offers.Acceptance;

/// <summary>The ledger decides what became of an accepted offer, whoever asks and whenever.</summary>
public sealed class SettleTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<OfferState, ChargeState?, bool, OfferState?, OfferFailure?> Table =>
        new()
        {
            // While the call that accepted may be at work, only money moves the offer.
            { OfferState.Accepting, null, false, null, null },
            { OfferState.Accepting, ChargeState.NotCharged, false, null, null },
            { OfferState.Accepting, ChargeState.Refused, false, null, null },
            { OfferState.Accepting, ChargeState.Declined, false, null, null },
            { OfferState.Accepting, ChargeState.Succeeded, false, OfferState.Accepted, null },
            { OfferState.Accepting, ChargeState.Refunded, false, OfferState.Failed, OfferFailure.Refunded },
            { OfferState.Accepting, null, true, OfferState.Failed, OfferFailure.NotCompleted },
            { OfferState.Accepting, ChargeState.NotCharged, true, OfferState.Failed, OfferFailure.NotCompleted },
            { OfferState.Accepting, ChargeState.Refused, true, OfferState.Failed, OfferFailure.Refused },
            { OfferState.Accepting, ChargeState.Declined, true, OfferState.Failed, OfferFailure.Declined },
            { OfferState.Accepting, ChargeState.Succeeded, true, OfferState.Accepted, null },
            { OfferState.Accepting, ChargeState.Refunded, true, OfferState.Failed, OfferFailure.Refunded },
            { OfferState.Accepting, ChargeState.Claimed, true, null, null },
            { OfferState.Accepting, ChargeState.Sending, true, null, null },
            { OfferState.Accepting, ChargeState.Waiting, true, null, null },
            { OfferState.Accepting, ChargeState.CheckoutOpen, true, null, null },
            { OfferState.Failed, ChargeState.Succeeded, true, OfferState.Accepted, null },
            { OfferState.Failed, ChargeState.Declined, true, null, null },
            { OfferState.Failed, null, true, null, null },
            { OfferState.Open, ChargeState.NotCharged, true, null, null },
            { OfferState.Open, null, true, null, null },
            { OfferState.Accepted, ChargeState.Succeeded, true, null, null },
            { OfferState.Accepted, null, true, null, null },
            { OfferState.Withheld, ChargeState.Succeeded, true, null, null },
            // It must not happen. If it does, the money counts.
            { OfferState.Declined, ChargeState.Succeeded, true, OfferState.Accepted, null },
            { OfferState.Expired, ChargeState.Succeeded, true, OfferState.Accepted, null },
        };

    [Theory]
    [MemberData(nameof(Table))]
    public void An_offer_moves_to_the_state_of_its_charge(
        OfferState state,
        ChargeState? charge,
        bool isAcceptOver,
        OfferState? after,
        OfferFailure? failure
    )
    {
        var settled = OfferTransitions.Settled(
            Offer(state),
            charge is { } given ? Charge(given) : null,
            Now,
            isAcceptOver
        );

        Assert.Equal(after, settled?.State);
        Assert.Equal(failure, settled?.Failure);
        if (settled is not null)
            Assert.Equal((1, (DateTimeOffset?)Now), (settled.Version, settled.EndedAt));
    }

    [Fact]
    public void Every_state_of_a_charge_is_in_the_table() =>
        Assert.Equal(
            Enum.GetValues<ChargeState>().Order(),
            Table.Select(row => row.Data.Item2).OfType<ChargeState>().Distinct().Order()
        );

    [Theory]
    [InlineData("ofr_1", "ofr_1")]
    [InlineData("planchange-ofr_1", "ofr_1")]
    [InlineData("planchange-a1b2", null)]
    [InlineData("order-1-upsell", null)]
    public void The_offer_of_a_charge_key_is_known(string key, string? offerId) =>
        Assert.Equal(offerId, OfferSettler.OfferIdOf(key));

    [Fact]
    public async Task A_process_that_died_after_the_accept_leaves_an_offer_that_ends_without_a_charge()
    {
        var shop = new OfferShop();
        var offer = await AcceptingAsync(shop);

        await shop.PassAsync(TimeSpan.FromMinutes(14), TimeSpan.FromMinutes(1));
        Assert.Equal(OfferState.Accepting, (await shop.RecordAsync()).State);
        Assert.IsType<OfferOutcome.Pending>(await shop.AcceptAsync(offer));
        await shop.PassAsync(TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(1));

        Assert.Equal(OfferFailure.NotCompleted, (await shop.RecordAsync()).Failure);
        Assert.Empty(shop.Emulator.Charges);
        Assert.Equal(0, shop.Wire.Count("POST /checkouts"));
        Assert.Equal(
            OfferUnavailableReason.Failed,
            Assert.IsType<OfferOutcome.NotAvailable>(await shop.AcceptAsync(offer)).Reason
        );
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(6, false)]
    public async Task A_process_that_slept_longer_than_the_accept_lives_does_not_charge(int minutes, bool charges)
    {
        var shop = new OfferShop();
        var offer = await shop.OfferAsync();
        var slept = false;
        shop.Wire.BeforeCall = call =>
        {
            if (call == "POST /checkouts/preview" && !slept)
            {
                slept = true;
                shop.Emulator.Clock.Advance(TimeSpan.FromMinutes(minutes));
            }

            return Task.CompletedTask;
        };

        var outcome = await shop.AcceptAsync(offer);

        Assert.Equal(charges, outcome is OfferOutcome.Succeeded);
        Assert.Equal(charges ? 1 : 0, shop.Emulator.Charges.Count);
        Assert.Equal(charges ? OfferState.Accepted : OfferState.Open, (await shop.RecordAsync()).State);
    }

    [Fact]
    public async Task An_accept_that_comes_to_the_charge_after_the_expiry_does_not_charge()
    {
        var shop = new OfferShop();
        var offer = await shop.OfferAsync(expiry: TimeSpan.FromMinutes(2));
        shop.Wire.BeforeCall = call =>
        {
            if (call == "POST /checkouts/preview")
                shop.Emulator.Clock.Advance(TimeSpan.FromMinutes(3));
            return Task.CompletedTask;
        };

        var outcome = Assert.IsType<OfferOutcome.NotAvailable>(await shop.AcceptAsync(offer));

        Assert.Equal(OfferUnavailableReason.Expired, outcome.Reason);
        Assert.Empty(shop.Emulator.Charges);
        Assert.Equal(OfferState.Failed, (await shop.RecordAsync()).State);
    }

    [Fact]
    public async Task Open_offers_expire_a_margin_after_their_time()
    {
        var shop = new OfferShop();
        var offer = await shop.OfferAsync(slot: "place:account:customer");

        await shop.PassAsync(TimeSpan.FromMinutes(16), TimeSpan.FromMinutes(1));
        Assert.Equal(OfferState.Open, (await shop.RecordAsync()).State);
        Assert.Equal(OfferState.Expired, (await shop.Flow.FindAsync(OfferShop.Ada, offer.Id))!.State);
        await shop.PassAsync(TimeSpan.FromMinutes(12), TimeSpan.FromMinutes(1));

        var expired = await shop.RecordAsync();
        Assert.Equal((OfferState.Expired, (string?)null), (expired.State, expired.Slot));
    }

    [Fact]
    public async Task More_offers_that_wait_than_fit_on_a_page_do_not_hide_the_others()
    {
        var shop = new OfferShop();
        for (var i = 0; i < 101; i++)
        {
            var offer = await shop.OfferAsync(id: $"ofr_{i:000}", customerId: DemoSeed.CustomerWithoutCard);
            if (i < 100)
                await shop.AcceptAsync(offer);
        }

        await shop.PassAsync(TimeSpan.FromHours(1), TimeSpan.FromHours(1));

        Assert.Equal(OfferState.Expired, (await shop.RecordAsync("ofr_100")).State);
        Assert.Equal(OfferState.Accepting, (await shop.RecordAsync("ofr_000")).State);
    }

    [Fact]
    public async Task A_settlement_moves_the_offer_before_the_app_hears_of_it()
    {
        var shop = new OfferShop();
        var offer = await shop.OfferAsync();
        var accepting = OfferTransitions.Accepting(offer, Consent(shop, offer));
        Assert.True(await shop.Store.TryUpdateAsync(accepting));
        await new UpsellFlow(shop.Engine.Charges).ChargeAsync(Shop.Ebook(offer.Id));
        OfferState? seen = null;
        await using var services = new ServiceCollection()
            .AddSingleton<ISystemSettlementHandler>(new OfferSettlementHandler(() => shop.Settler))
            .BuildServiceProvider();
        var settlements = new ChargeSettlements(
            () => new DodoUpsellOptions(),
            () => DodoEnvironment.Test,
            shop.Ledger.Settlements,
            new SettlementHandlers(services.GetRequiredService<IServiceScopeFactory>()),
            // A handler has half a minute, which nobody sleeps here.
            shop.Emulator.Clock,
            Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance,
            shop.Engine.Charges.SettlementSignal
        ).OnChargeSettled(async (_, _, _) => seen = (await shop.RecordAsync()).State);

        await settlements.ProcessAsync();

        Assert.Equal(OfferState.Accepted, seen);
        Assert.NotNull(await shop.ReceiptAsync());
    }

    [Fact]
    public async Task A_payment_that_is_found_after_the_offer_failed_counts()
    {
        var log = new LogLines();
        var shop = new OfferShop(log: log);
        var offer = await shop.OfferAsync();
        shop.Wire.IsHidden = _ => true;
        shop.Break(EmulatedFaultKind.DropAfterCommit, "/checkouts");
        await shop.AcceptAsync(offer);
        await shop.PassAsync(TimeSpan.FromHours(3), TimeSpan.FromMinutes(10));
        Assert.Equal(OfferState.Failed, (await shop.RecordAsync()).State);
        Assert.Null(await shop.ReceiptAsync());

        shop.Wire.IsHidden = _ => false;
        await shop.PassAsync(TimeSpan.FromHours(3), TimeSpan.FromMinutes(10));
        await shop.Settler.SettleAsync(offer.Id, default);

        var found = await shop.RecordAsync();
        Assert.Equal((OfferState.Accepted, (OfferFailure?)null), (found.State, found.Failure));
        Assert.NotNull(await shop.ReceiptAsync());
        Assert.DoesNotContain(log.Lines, line => line.Id == 1451);
    }

    [Fact]
    public async Task A_payment_of_a_declined_offer_counts_and_raises_an_alarm()
    {
        var log = new LogLines();
        var shop = new OfferShop(log: log);
        var offer = await shop.OfferAsync();
        await shop.Store.TryUpdateAsync(OfferTransitions.Declined(offer, shop.Now));
        await new UpsellFlow(shop.Engine.Charges).ChargeAsync(Shop.Ebook(offer.Id));

        await shop.Settler.SettleAsync(offer.Id, default);

        Assert.Equal(OfferState.Accepted, (await shop.RecordAsync()).State);
        Assert.Contains(log.Lines, line => line.Id == 1451);
        Assert.NotNull(await shop.ReceiptAsync());
    }

    [Fact]
    public async Task Old_offers_are_pruned_and_receipts_are_kept()
    {
        var shop = new OfferShop(configure: options => options.Retention = TimeSpan.FromDays(30));
        var offer = await shop.OfferAsync();
        await shop.AcceptAsync(offer);

        await shop.PassAsync(TimeSpan.FromDays(31), TimeSpan.FromDays(1));

        Assert.Null(await shop.Store.FindAsync(DodoEnvironment.Test, offer.Id));
        Assert.NotNull(await shop.ReceiptAsync());
    }

    private static async Task<OfferRecord> AcceptingAsync(OfferShop shop)
    {
        var offer = await shop.OfferAsync(expiry: TimeSpan.FromHours(1));
        Assert.True(await shop.Store.TryUpdateAsync(OfferTransitions.Accepting(offer, Consent(shop, offer))));
        return offer;
    }

    private static OfferConsent Consent(OfferShop shop, OfferRecord offer) =>
        new()
        {
            DisclosureId = OfferShop.DisclosureOf(offer).Id,
            PressedAt = shop.Now,
            PressedBy = OfferActor.Human,
            Culture = "en",
        };

    private static OfferRecord Offer(OfferState state) =>
        new()
        {
            Environment = DodoEnvironment.Test,
            Id = "ofr_1",
            SubjectId = "customer:cus_1",
            CustomerId = "cus_1",
            RuleId = OfferShop.Rule,
            Placement = OfferPlacement.PostPurchase,
            State = state,
            MadeAt = Now,
            ExpiresAt = Now.AddMinutes(15),
            Shown = new Money(100, Currency.USD),
            Terms = "{}",
        };

    private static ChargeRecord Charge(ChargeState state) =>
        new()
        {
            Environment = DodoEnvironment.Test,
            Key = "ofr_1",
            Fingerprint = "f",
            Flow = "upsell",
            CustomerId = "cus_1",
            State = state,
            ClaimedAt = Now,
        };
}
