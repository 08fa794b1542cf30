using System.Text.Json.Nodes;
using DodoUpsell.Charging;
using DodoUpsell.Emulator;
using DodoUpsell.PlanChanges;
using DodoUpsell.TestKit;
using DodoUpsell.Tests.Support;
using static DodoUpsell.Tests.PlanChanges.ConfirmTests;
using static DodoUpsell.Tests.PlanChanges.QuoteTests;

namespace DodoUpsell.Tests.PlanChanges;

/// <summary>
/// Changes whose payment or plan shows late, calls that are made twice, and payments of dues that meet.
/// </summary>
public sealed class LateChangeTests
{
    private static readonly ChargeTimes Times = new(TimeSpan.FromHours(1), TimeSpan.FromMinutes(5));

    [Fact]
    public async Task A_payment_on_a_page_hours_later_is_a_change_once_the_plan_shows()
    {
        var (sent, now) = await SentAsync();
        var later = now.AddHours(2);

        var waiting = Seen(sent, PaymentStatus.Succeeded, isShown: false, later)!;
        Assert.Equal(ChargeState.Waiting, waiting.State);
        Assert.Null(Seen(waiting, PaymentStatus.Succeeded, isShown: false, later.AddMinutes(5)));

        var changed = Seen(waiting, PaymentStatus.Succeeded, isShown: true, later.AddMinutes(6))!;
        Assert.IsType<PlanChangeOutcome.Changed>(OutcomeOf(changed));
    }

    [Fact]
    public async Task What_was_paid_is_recorded_as_paid_in_the_end_and_the_plan_may_still_show()
    {
        var (sent, now) = await SentAsync();
        var waiting = Seen(sent, PaymentStatus.Succeeded, isShown: false, now)!;

        var paid = Seen(waiting, PaymentStatus.Succeeded, isShown: false, now + Times.GracePeriod)!;
        Assert.Equal(ChargeState.Succeeded, paid.State);
        Assert.IsType<PlanChangeOutcome.Unknown>(OutcomeOf(paid));

        Assert.IsType<PlanChangeOutcome.Changed>(
            OutcomeOf(Seen(paid, PaymentStatus.Succeeded, isShown: true, now.AddHours(9))!)
        );
    }

    [Fact]
    public async Task A_change_that_was_seen_stays_seen_when_the_subscription_changes_again()
    {
        var (sent, now) = await SentAsync();
        var changed = Seen(sent, PaymentStatus.Succeeded, isShown: true, now)!;

        Assert.IsType<PlanChangeOutcome.Changed>(
            OutcomeOf(Seen(changed, PaymentStatus.Succeeded, isShown: false, now.AddDays(40)) ?? changed)
        );
    }

    [Fact]
    public async Task A_repeat_looks_again_at_what_was_paid_and_not_shown()
    {
        var shop = new Shop();
        var quote = await QuoteAsync(shop);
        await shop.PlanChanges.ConfirmAsync(quote);
        var record = await shop.RecordAsync(quote.Key.Value);
        var unseen = PlanChangeDetails.Of(record)! with { IsShown = false };
        await shop.Ledger.TryUpdateAsync(
            record with
            {
                Version = record.Version + 1,
                Details = unseen.ToJson(),
            },
            null,
            TestContext.Current.CancellationToken
        );

        Assert.IsType<PlanChangeOutcome.Changed>(await shop.PlanChanges.ConfirmAsync(quote));
    }

    [Fact]
    public async Task How_a_change_stands_can_be_asked_by_its_key()
    {
        var shop = new Shop();
        var quote = await QuoteAsync(shop);
        Assert.Null(await shop.PlanChanges.FindAsync(quote.Key, TestContext.Current.CancellationToken));

        var changed = await shop.PlanChanges.ConfirmAsync(quote);
        shop.Forget();

        Assert.Equal(changed, await shop.PlanChanges.FindAsync(quote.Key, TestContext.Current.CancellationToken));
        Assert.Empty(shop.Requests);
        await shop.Upsells.ChargeAsync(Shop.Ebook());
        Assert.Null(await shop.PlanChanges.FindAsync("order-1", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Calls_that_name_the_state_they_want_change_nothing_the_second_time()
    {
        var shop = new Shop();
        var most = Usd(100_00);
        Func<Task<PlanChangeOutcome>>[] calls =
        [
            () => shop.PlanChanges.ChangeAddonAsync(DemoSeed.BasicSubscription, DemoSeed.SeatAddon, 2, most),
            () => shop.PlanChanges.ChangeSeatsAsync(DemoSeed.BasicSubscription, 2, most),
            () => shop.PlanChanges.UpgradeAsync(DemoSeed.BasicSubscription, DemoSeed.ProPlan, most),
        ];

        foreach (var call in calls)
        {
            Assert.IsType<PlanChangeOutcome.Changed>(await call());
            Assert.Equal(
                PlanChangeRefusalReason.NothingChanges,
                Assert.IsType<PlanChangeOutcome.Refused>(await call()).Refusal.Reason
            );
        }

        Assert.Equal(3, shop.Emulator.Charges.Count);
        Assert.Equal(2, Assert.Single((await SubscriptionAsync(shop)).Addons).Quantity);
    }

    [Fact]
    public async Task An_upgrade_in_one_call_sends_discounts_again_that_would_be_lost_unseen()
    {
        var shop = new Shop();
        shop.Emulator.PutDiscount(
            "dsc_mine",
            new JsonObject
            {
                ["code"] = "MINE10",
                ["type"] = "percentage",
                ["amount"] = 1000,
                ["preserve_on_plan_change"] = false,
            }
        );
        Put(shop, new JsonObject { ["discount_codes"] = new JsonArray("MINE10") });

        Assert.IsType<PlanChangeOutcome.Changed>(
            await shop.PlanChanges.UpgradeAsync(DemoSeed.BasicSubscription, DemoSeed.ProPlan, Usd(50_00))
        );

        Assert.Equal("MINE10", Assert.Single((await SubscriptionAsync(shop)).Discounts!).Code);
    }

    [Fact]
    public async Task A_discount_for_some_periods_only_is_said_to_end()
    {
        var shop = new Shop();
        shop.Emulator.PutDiscount(
            "dsc_three",
            new JsonObject
            {
                ["code"] = "THREE20",
                ["type"] = "percentage",
                ["amount"] = 2000,
                ["subscription_cycles"] = 3,
                ["preserve_on_plan_change"] = true,
            }
        );
        Put(shop, new JsonObject { ["discount_codes"] = new JsonArray("THREE20") });

        var quote = await QuoteAsync(shop);

        Assert.Equal(["THREE20"], quote.DiscountsEnding);
        Assert.EndsWith(
            "THREE20 applies for a limited time; renewals cost more afterwards.",
            quote.Describe(Cultures.Of("en-US")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Dues_are_not_charged_under_another_key_while_the_first_one_is_out()
    {
        var shop = new Shop();
        Put(shop, new JsonObject { ["status"] = "on_hold" });
        shop.Break(EmulatedFaultKind.DropBefore, "/subscriptions/{}/update-payment-method");
        var recovery = new RecoverRequest
        {
            Key = "recover-1",
            SubscriptionId = DemoSeed.BasicSubscription,
            PaymentMethod = PaymentMethodUpdate.Existing(DemoSeed.GoodCard),
        };
        Assert.IsType<ChargeOutcome.Pending>(await shop.PlanChanges.RecoverAsync(recovery));

        var second = await shop.PlanChanges.RecoverAsync(recovery with { Key = "recover-2" });

        Assert.Equal(ChargeRefusalReason.PaymentUnderWay, Assert.IsType<ChargeOutcome.Refused>(second).Refusal.Reason);
        Assert.Empty(shop.Emulator.Charges);

        shop.Emulator.Clock.Advance(TimeSpan.FromHours(2));
        await shop.Reconciler.RunAsync(TestContext.Current.CancellationToken);
        Assert.IsType<ChargeOutcome.Succeeded>(
            await shop.PlanChanges.RecoverAsync(recovery with { Key = "recover-2" })
        );
        Assert.Single(shop.Emulator.Charges);
    }

    [Fact]
    public async Task After_a_declined_card_dues_are_paid_with_another_under_another_key()
    {
        var shop = new Shop();
        Put(shop, new JsonObject { ["status"] = "on_hold" });
        var declining = shop.Emulator.SaveCard(DemoSeed.CustomerWithCards, TestCards.GenericDecline);
        var recovery = new RecoverRequest
        {
            Key = "recover-1",
            SubscriptionId = DemoSeed.BasicSubscription,
            PaymentMethod = PaymentMethodUpdate.Existing(declining),
        };

        Assert.IsType<ChargeOutcome.Declined>(await shop.PlanChanges.RecoverAsync(recovery));
        Assert.IsType<ChargeOutcome.Succeeded>(
            await shop.PlanChanges.RecoverAsync(
                recovery with
                {
                    Key = "recover-2",
                    PaymentMethod = PaymentMethodUpdate.Existing(DemoSeed.GoodCard),
                }
            )
        );

        Assert.Single(shop.Emulator.Charges);
    }

    [Fact]
    public async Task A_quote_of_another_rhythm_or_tax_no_longer_holds()
    {
        var quote = await QuoteAsync(new Shop());

        Assert.Empty(QuoteComparison.Between(quote, quote, tolerance: null));
        foreach (
            var other in new[]
            {
                quote.To! with
                {
                    Interval = TimeInterval.Week,
                },
                quote.To! with
                {
                    IntervalCount = 2,
                },
                quote.To! with
                {
                    TaxInclusive = !quote.To!.TaxInclusive,
                },
            }
        )
        {
            Assert.Contains(
                QuoteDifference.NewPlan,
                QuoteComparison.Between(quote, quote with { To = other }, tolerance: null)
            );
        }
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"id":"q","request":null,"issued_at":"2026-01-01T00:00:00Z","expires_at":"2026-01-01T00:00:00Z"}""")]
    public void Text_that_is_no_quote_says_so(string json) =>
        Assert.Throws<FormatException>(() => PlanChangeQuote.Parse(json));

    private static async Task<(ChargeRecord Record, DateTimeOffset Now)> SentAsync()
    {
        var shop = new Shop();
        var now = shop.Clock.GetUtcNow();
        var quote = await QuoteAsync(shop);
        var sent = new ChargeRecord
        {
            Environment = DodoEnvironment.Test,
            Key = quote.Key,
            Fingerprint = quote.Seal,
            Flow = FlowNames.PlanChange,
            CustomerId = quote.CustomerId,
            SubscriptionId = DemoSeed.BasicSubscription,
            State = ChargeState.Sending,
            ClaimedAt = now,
            SentAt = now,
            Attempts = [new ChargeAttempt { Id = "attempt-1", StartedAt = now }],
            Details = PlanChangeDetails.Of(quote).ToJson(),
        };
        return (sent, now);
    }

    private static ChargeRecord? Seen(ChargeRecord record, PaymentStatus status, bool isShown, DateTimeOffset now) =>
        PlanChangeTransitions.Seen(
            record,
            new PlanChangeEvidence(
                [
                    new(
                        "attempt-1",
                        new Payment
                        {
                            PaymentId = "pay_1",
                            Status = status,
                            Currency = Currency.USD,
                            TotalAmount = 5000,
                        }
                    ),
                ],
                isShown
            ),
            Times,
            now
        );

    private static PlanChangeOutcome OutcomeOf(ChargeRecord record) =>
        new PlanChangeOutcomes(ChargeMessages.English).Of(record);
}
