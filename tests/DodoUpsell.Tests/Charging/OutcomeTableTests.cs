using DodoUpsell.Charging;
using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.Charging;

/// <summary>Every status of a payment is exactly one outcome, and access follows from one of them only.</summary>
public sealed class OutcomeTableTests
{
    private const string Url = "https://checkout.example.test/pay_1";
    private static readonly DateTimeOffset Now = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);
    private static readonly ChargeTimes Times = new(TimeSpan.FromHours(1), TimeSpan.FromMinutes(5));

    // Status, outcome with a URL on the payment, outcome without; the same for one-time payments and those of
    // subscriptions.
    private static readonly (string? Status, Type WithUrl, Type WithoutUrl)[] Expected =
    [
        ("succeeded", typeof(ChargeOutcome.Succeeded), typeof(ChargeOutcome.Succeeded)),
        ("failed", typeof(ChargeOutcome.Declined), typeof(ChargeOutcome.Declined)),
        ("cancelled", typeof(ChargeOutcome.Declined), typeof(ChargeOutcome.Declined)),
        ("processing", typeof(ChargeOutcome.Processing), typeof(ChargeOutcome.Processing)),
        ("requires_customer_action", typeof(ChargeOutcome.ActionRequired), typeof(ChargeOutcome.Processing)),
        ("requires_merchant_action", typeof(ChargeOutcome.Processing), typeof(ChargeOutcome.Processing)),
        ("requires_payment_method", typeof(ChargeOutcome.ActionRequired), typeof(ChargeOutcome.Processing)),
        ("requires_confirmation", typeof(ChargeOutcome.ActionRequired), typeof(ChargeOutcome.Processing)),
        ("requires_capture", typeof(ChargeOutcome.Processing), typeof(ChargeOutcome.Processing)),
        ("partially_captured", typeof(ChargeOutcome.Processing), typeof(ChargeOutcome.Processing)),
        ("partially_captured_and_capturable", typeof(ChargeOutcome.Processing), typeof(ChargeOutcome.Processing)),
        (null, typeof(ChargeOutcome.Processing), typeof(ChargeOutcome.Processing)),
    ];

    public static TheoryData<string?, bool, bool> Cases()
    {
        var cases = new TheoryData<string?, bool, bool>();
        foreach (var (status, _, _) in Expected)
        {
            foreach (var isSubscription in new[] { false, true })
            {
                cases.Add(status, isSubscription, true);
                cases.Add(status, isSubscription, false);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_status_is_one_outcome(string? status, bool isSubscription, bool withUrl)
    {
        var payment = new Payment
        {
            PaymentId = "pay_1",
            Status = status is null ? null : new PaymentStatus(status),
            SubscriptionId = isSubscription ? "sub_1" : null,
            PaymentLink = withUrl ? Url : null,
            TotalAmount = 1900,
            Currency = Currency.USD,
        };
        var row = Expected.Single(row => row.Status == status);

        var seen = ChargeTransitions.Seen(Sent(), "attempt-1", payment, Times, Now)!;
        var outcome = new ChargeOutcomes(ChargeMessages.English, new ManualTimeProvider(Now)).Of(seen);

        Assert.IsType(withUrl ? row.WithUrl : row.WithoutUrl, outcome);
        Assert.Equal(status == "succeeded", outcome is ChargeOutcome.Succeeded);
        Assert.Equal("pay_1", outcome.PaymentId);
        if (outcome is ChargeOutcome.Succeeded paid)
            Assert.Equal(isSubscription ? "sub_1" : null, paid.SubscriptionId);
    }

    [Fact]
    public void No_status_of_the_contract_is_missing() =>
        Assert.Equal(
            PaymentStatus.KnownValues.Select(status => status.Value).Order(StringComparer.Ordinal),
            Expected.Select(row => row.Status).OfType<string>().Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Every_state_of_a_record_is_one_outcome_and_only_success_grants()
    {
        var outcomes = new ChargeOutcomes(ChargeMessages.English, new ManualTimeProvider(Now));
        var byState = new Dictionary<ChargeState, Type>
        {
            [ChargeState.Claimed] = typeof(ChargeOutcome.AlreadyInProgress),
            [ChargeState.Sending] = typeof(ChargeOutcome.AlreadyInProgress),
            [ChargeState.Waiting] = typeof(ChargeOutcome.Processing),
            [ChargeState.CheckoutOpen] = typeof(ChargeOutcome.CheckoutRequired),
            [ChargeState.Succeeded] = typeof(ChargeOutcome.Succeeded),
            [ChargeState.Declined] = typeof(ChargeOutcome.Declined),
            [ChargeState.Refused] = typeof(ChargeOutcome.Refused),
            [ChargeState.NotCharged] = typeof(ChargeOutcome.NotCharged),
            [ChargeState.Refunded] = typeof(ChargeOutcome.Refunded),
        };

        Assert.Equal(Enum.GetValues<ChargeState>().Order(), byState.Keys.Order());
        Assert.All(
            byState,
            pair =>
                Assert.IsType(
                    pair.Value,
                    outcomes.Of(
                        Sent() with
                        {
                            State = pair.Key,
                            CheckoutUrl = Url,
                            CheckoutExpiresAt = Now.AddHours(1),
                            Charged = new Money(1, Currency.USD),
                        }
                    )
                )
        );
        Assert.IsType<ChargeOutcome.Pending>(outcomes.Of(Sent() with { Checks = 1 }));
        Assert.IsType<ChargeOutcome.Pending>(
            outcomes.Of(Sent() with { State = ChargeState.CheckoutOpen, CheckoutUrl = Url, CheckoutExpiresAt = Now })
        );
    }

    [Fact]
    public void Nothing_changes_a_success()
    {
        var paid = Sent() with
        {
            State = ChargeState.Succeeded,
            PaymentId = "pay_1",
            Charged = new Money(1900, Currency.USD),
        };

        foreach (var (status, _, _) in Expected)
        {
            var payment = new Payment
            {
                PaymentId = "pay_2",
                Status = status is null ? null : new PaymentStatus(status),
                PaymentLink = Url,
            };
            var after = ChargeTransitions.Seen(paid, "attempt-1", payment, Times, Now);
            Assert.Equal(ChargeState.Succeeded, (after ?? paid).State);
            Assert.Equal("pay_1", (after ?? paid).PaymentId);
        }
    }

    [Fact]
    public void A_payment_of_an_attempt_that_the_record_does_not_know_changes_nothing() =>
        Assert.Null(
            ChargeTransitions.Seen(
                Sent(),
                "attempt-of-somebody-else",
                new Payment { PaymentId = "pay_1", Status = PaymentStatus.Succeeded },
                Times,
                Now
            )
        );

    private static ChargeRecord Sent() =>
        new()
        {
            Environment = DodoEnvironment.Test,
            Key = "key-1",
            Fingerprint = "f",
            Flow = "upsell",
            CustomerId = "cus_1",
            State = ChargeState.Sending,
            ClaimedAt = Now,
            SentAt = Now,
            Attempts = [new ChargeAttempt { Id = "attempt-1", StartedAt = Now }],
        };
}
