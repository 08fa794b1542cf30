using DodoUpsell.Charging;
using DodoUpsell.Tests.Support;
using NSubstitute;

namespace DodoUpsell.Tests.Charging;

/// <summary>
/// Payments that turn up late, several of them under one key, and what was not there when it was looked for.
/// </summary>
public sealed class LatePaymentTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);
    private static readonly ChargeTimes Times = new(TimeSpan.FromHours(1), TimeSpan.FromMinutes(5));

    [Fact]
    public void An_old_failure_on_a_page_does_not_end_the_payment_that_is_waited_for()
    {
        var waiting = Record(ChargeState.Waiting, "direct", "page") with
        {
            PaymentId = "pay_2",
            CheckoutUrl = "https://pay.test/1",
            CheckoutExpiresAt = Now.AddHours(-1),
        };

        var after = ChargeTransitions.Seen(waiting, "page", PaymentOf("pay_1", PaymentStatus.Failed), Times, Now);

        Assert.Equal(ChargeState.Waiting, (after ?? waiting).State);
        Assert.Equal(
            ChargeState.CheckoutOpen,
            ChargeTransitions.Seen(waiting, "page", PaymentOf("pay_2", PaymentStatus.Failed), Times, Now)!.State
        );
    }

    [Theory]
    [InlineData(ChargeState.NotCharged)]
    [InlineData(ChargeState.Refused)]
    [InlineData(ChargeState.Claimed)]
    [InlineData(ChargeState.CheckoutOpen)]
    public void A_payment_that_was_given_up_takes_the_key_back_while_no_other_charge_has_left(ChargeState state)
    {
        var record = Record(state, "first", "second");

        var waiting = ChargeTransitions.Seen(
            record,
            "first",
            PaymentOf("pay_1", PaymentStatus.Processing),
            Times,
            Now
        )!;

        Assert.Equal((ChargeState.Waiting, "pay_1"), (waiting.State, waiting.PaymentId));
        Assert.Equal(
            ChargeState.Succeeded,
            ChargeTransitions.Seen(waiting, "first", PaymentOf("pay_1", PaymentStatus.Succeeded), Times, Now)!.State
        );
        Assert.Equal(
            ChargeState.Declined,
            ChargeTransitions.Seen(waiting, "first", PaymentOf("pay_1", PaymentStatus.Failed), Times, Now)!.State
        );
    }

    [Fact]
    public void After_a_late_failure_a_page_that_can_still_be_paid_stays_the_way_to_pay()
    {
        var page = Record(ChargeState.CheckoutOpen, "first", "page") with
        {
            CheckoutUrl = "https://pay.test/1",
            CheckoutExpiresAt = Now.AddHours(1),
        };
        var waiting = ChargeTransitions.Seen(page, "first", PaymentOf("pay_1", PaymentStatus.Processing), Times, Now)!;

        Assert.Equal(
            ChargeState.CheckoutOpen,
            ChargeTransitions.Seen(waiting, "first", PaymentOf("pay_1", PaymentStatus.Failed), Times, Now)!.State
        );
        Assert.Equal(
            ChargeState.CheckoutOpen,
            ChargeTransitions
                .Seen(waiting, "first", PaymentOf("pay_1", PaymentStatus.Failed), Times, Now.AddHours(2))!
                .State
        );
    }

    [Fact]
    public void An_answer_that_was_overtaken_does_not_bring_a_failed_payment_back()
    {
        var declined = ChargeTransitions.Seen(
            Record(ChargeState.Waiting, "first") with
            {
                PaymentId = "pay_1",
            },
            "first",
            PaymentOf("pay_1", PaymentStatus.Failed),
            Times,
            Now
        )!;
        var page = ChargeTransitions.CheckoutOpened(
            declined,
            new ChargeAttempt
            {
                Id = "page",
                IsCheckout = true,
                StartedAt = Now,
            },
            new CheckoutSession { SessionId = "cks_1", CheckoutUrl = "https://pay.test/1" },
            CheckoutReason.Declined,
            Now
        );

        Assert.Null(ChargeTransitions.Seen(page, "first", PaymentOf("pay_1", PaymentStatus.Processing), Times, Now));
        Assert.Equal(
            ChargeState.Succeeded,
            ChargeTransitions.Seen(page, "first", PaymentOf("pay_1", PaymentStatus.Succeeded), Times, Now)!.State
        );
    }

    [Fact]
    public void A_page_that_the_answer_named_stays_the_next_step_when_the_payment_does_not_name_it()
    {
        var waiting = Record(ChargeState.Waiting, "first") with
        {
            PaymentId = "pay_1",
            ActionUrl = "https://pay.test/1",
        };

        Assert.Equal(
            "https://pay.test/1",
            (
                ChargeTransitions.Seen(
                    waiting,
                    "first",
                    PaymentOf("pay_1", PaymentStatus.RequiresCustomerAction),
                    Times,
                    Now
                ) ?? waiting
            ).ActionUrl
        );
        Assert.Null(
            ChargeTransitions
                .Seen(waiting, "first", PaymentOf("pay_1", PaymentStatus.Processing), Times, Now)!
                .ActionUrl
        );
    }

    [Fact]
    public async Task What_was_not_there_is_judged_by_the_time_of_the_look_however_long_the_process_stood_still_after_it()
    {
        var clock = new ManualTimeProvider(Now.AddMinutes(1));
        var ledger = new InMemoryChargeLedger();
        var record = Record(ChargeState.Sending, "first") with { SentAt = Now };
        await ledger.ClaimAsync(record, TestContext.Current.CancellationToken);
        var payments = Substitute.For<IPaymentsClient>();
        payments
            .ListAsync(default!, default)
            .ReturnsForAnyArgs(_ =>
            {
                clock.Advance(TimeSpan.FromHours(8));
                return AsyncPageable<PaymentListItem>.FromItems();
            });
        var dodo = Substitute.For<IDodoClient>();
        dodo.Environment.Returns(DodoEnvironment.Test);
        dodo.Payments.Returns(payments);
        var reconciler = new ChargeReconciler(dodo, ledger, timeProvider: clock);

        Assert.IsType<ChargeOutcome.Pending>(
            await reconciler.ReconcileAsync("key-1", TestContext.Current.CancellationToken)
        );
        Assert.IsType<ChargeOutcome.NotCharged>(
            await reconciler.ReconcileAsync("key-1", TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task Before_a_key_that_was_given_up_is_charged_again_it_is_looked_for_once_more()
    {
        var shop = new Shop();
        await shop.Upsells.ChargeAsync(Shop.Ebook());
        var paid = await shop.RecordAsync();
        await shop.Ledger.TryUpdateAsync(
            paid with
            {
                Version = paid.Version + 1,
                State = ChargeState.NotCharged,
                PaymentId = null,
            },
            null,
            TestContext.Current.CancellationToken
        );

        var outcome = await shop.Upsells.ChargeAsync(Shop.Ebook());

        Assert.Equal(paid.PaymentId, Assert.IsType<ChargeOutcome.Succeeded>(outcome).PaymentId);
        Assert.Single(shop.Emulator.Charges);
    }

    [Fact]
    public async Task A_claim_whose_process_died_is_seen_to_be_over_without_a_reconciler()
    {
        var shop = new Shop();
        await shop.Ledger.ClaimAsync(
            (await NewClaimAsync()) with
            {
                NextCheckAt = shop.Clock.GetUtcNow().AddMinutes(15),
                ClaimedAt = shop.Clock.GetUtcNow(),
            },
            TestContext.Current.CancellationToken
        );
        Assert.IsType<ChargeOutcome.AlreadyInProgress>(await shop.Upsells.ChargeAsync(Shop.Ebook()));

        shop.Emulator.Clock.Advance(TimeSpan.FromMinutes(16));

        Assert.IsType<ChargeOutcome.NotCharged>(await shop.Upsells.ChargeAsync(Shop.Ebook()));
        Assert.IsType<ChargeOutcome.Succeeded>(await shop.Upsells.ChargeAsync(Shop.Ebook()));
    }

    [Fact]
    public void What_is_kept_of_an_attempt_and_a_refusal_does_not_show_codes_or_methods()
    {
        var attempt = new ChargeAttempt
        {
            Id = "a",
            StartedAt = Now,
            ErrorCode = "STOLEN_CARD",
            PaymentMethodId = "pm_1",
            Status = "failed",
        };
        var refusal = new ChargeRefusal(
            ChargeRefusalReason.RefusedByApi,
            new DodoErrorCode("CODE"),
            "what the API said of ada@example.test"
        );

        Assert.Equal("ChargeAttempt (a, failed)", attempt.ToString());
        Assert.Equal("RefusedByApi (CODE)", refusal.ToString());
    }

    [Fact]
    public void A_flow_of_ones_own_refuses_to_give_up_before_a_call_can_have_ended()
    {
        using var dodo = new DodoClient(
            new DodoUpsellOptions
            {
                ApiKey = "key",
                Environment = DodoEnvironment.Test,
                TotalTimeout = TimeSpan.FromMinutes(20),
            }
        );

        var e = Assert.Throws<ArgumentException>(() =>
            new UpsellFlow(
                dodo,
                new InMemoryChargeLedger(),
                new ChargingOptions { GracePeriod = TimeSpan.FromMinutes(20) }
            )
        );

        Assert.Contains(
            "GracePeriod is 00:20:00: it must be between 00:52:00 and 7 days",
            e.Message,
            StringComparison.Ordinal
        );
    }

    private static async Task<ChargeRecord> NewClaimAsync()
    {
        var other = new Shop();
        await other.Upsells.ChargeAsync(Shop.Ebook());
        var paid = await other.RecordAsync();
        return new ChargeRecord
        {
            Environment = DodoEnvironment.Test,
            Key = paid.Key,
            Fingerprint = paid.Fingerprint,
            Flow = paid.Flow,
            CustomerId = paid.CustomerId,
            ClaimedAt = paid.ClaimedAt,
            Attempts = [new ChargeAttempt { Id = "dead", StartedAt = paid.ClaimedAt }],
        };
    }

    private static Payment PaymentOf(string id, PaymentStatus status) => new() { PaymentId = id, Status = status };

    private static ChargeRecord Record(ChargeState state, params string[] attempts) =>
        new()
        {
            Environment = DodoEnvironment.Test,
            Key = "key-1",
            Fingerprint = "f",
            Flow = "upsell",
            CustomerId = "cus_1",
            State = state,
            ClaimedAt = Now,
            Attempts = attempts
                .Select(id => new ChargeAttempt
                {
                    Id = id,
                    StartedAt = Now,
                    IsCheckout = id == "page",
                    PaymentMethodId = id == "page" ? null : "pm_1",
                })
                .ToList(),
        };
}
