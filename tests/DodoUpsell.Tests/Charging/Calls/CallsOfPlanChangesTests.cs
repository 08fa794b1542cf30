using System.Text.Json.Nodes;
using DodoUpsell.Emulator;
using DodoUpsell.Tests.Support;
using static DodoUpsell.Tests.PlanChanges.ConfirmTests;
using static DodoUpsell.Tests.PlanChanges.QuoteTests;

namespace DodoUpsell.Tests.Charging.Calls;

/// <summary>
/// How many calls a plan change makes, and how many of them wait for one another. The last two rounds read the outcome.
/// </summary>
public sealed class CallsOfPlanChangesTests
{
    private const string Subscription = $"GET /subscriptions/{DemoSeed.BasicSubscription}";
    private const string Basic = $"GET /products/{DemoSeed.BasicPlan}";
    private const string Pro = $"GET /products/{DemoSeed.ProPlan}";
    private const string Methods = $"GET /customers/{DemoSeed.CustomerWithCards}/payment-methods";
    private const string Preview = $"POST /subscriptions/{DemoSeed.BasicSubscription}/change-plan/preview";
    private const string Change = $"POST /subscriptions/{DemoSeed.BasicSubscription}/change-plan";
    private const string Payments = "GET /payments";

    private static DodoEmulatorOptions SettledAtOnce => new() { Settlement = PaymentSettlement.Immediate };

    [Fact]
    public async Task A_preview_and_its_confirmation_make_ten_calls_in_six_rounds()
    {
        var rounds = new Rounds(2, 3, 2, 1, 1, 1);
        var shop = new Shop(SettledAtOnce, between: rounds);

        var quote = await QuoteAsync(shop);
        Assert.IsType<PlanChangeOutcome.Changed>(await shop.PlanChanges.ConfirmAsync(quote));

        Assert.Equal(
            [
                $"{Pro}, {Subscription}",
                $"{Methods}, {Basic}, {Preview}",
                $"{Subscription}, {Preview}",
                Change,
                Payments,
                Subscription,
            ],
            rounds.Seen
        );
        Assert.Equal(10, shop.Requests.Count);
    }

    [Fact]
    public async Task The_current_plan_is_read_once_while_its_quotes_are_valid()
    {
        var rounds = new Rounds(2, 3, 2, 2, 2, 1, 1, 1);
        var shop = new Shop(SettledAtOnce, between: rounds);
        await QuoteAsync(shop);
        shop.Forget();

        var quote = await QuoteAsync(shop);
        Assert.IsType<PlanChangeOutcome.Changed>(await shop.PlanChanges.ConfirmAsync(quote));

        Assert.Equal(
            [
                $"{Pro}, {Subscription}",
                $"{Methods}, {Preview}",
                $"{Subscription}, {Preview}",
                Change,
                Payments,
                Subscription,
            ],
            rounds.Seen.Skip(2)
        );
        Assert.Equal(9, shop.Requests.Count);
        Assert.Equal(("Basic", "Pro", PlanChangeKind.Upgrade), (quote.From!.Name, quote.To!.Name, quote.Kind));
    }

    [Theory]
    [InlineData(600, 4)]
    [InlineData(601, 5)]
    [InlineData(-1, 5)]
    public async Task The_current_plan_is_read_again_once_its_quotes_are_over(int seconds, int calls)
    {
        var emulator = new DodoEmulator();
        var node = new Node(emulator);
        await node.PlanChanges.PreviewAsync(DemoSeed.BasicSubscription, DemoSeed.ProPlan);
        node.Wire.Forget();
        node.SetAhead(TimeSpan.FromSeconds(seconds));

        await node.PlanChanges.PreviewAsync(DemoSeed.BasicSubscription, DemoSeed.ProPlan);

        Assert.Equal(calls, node.Wire.Requests.Count);
        Assert.Equal(1, node.Wire.Count(Pro));
    }

    [Fact]
    public async Task What_is_checked_is_read_whatever_was_read_before()
    {
        var shop = new Shop(SettledAtOnce);
        await QuoteAsync(shop);
        MakeDearer(shop.Emulator);
        shop.Forget();

        var refused = await shop.PlanChanges.UpgradeAsync(DemoSeed.BasicSubscription, DemoSeed.ProPlan, Usd(50_00));
        Assert.Equal(
            PlanChangeRefusalReason.WrongDirection,
            Assert.IsType<PlanChangeOutcome.Refused>(refused).Refusal.Reason
        );

        await shop.PlanChanges.PreviewAsync(new() { SubscriptionId = DemoSeed.BasicSubscription, Quantity = 3 });
        Assert.Equal(2, shop.Requests.Count(request => request == Basic));
    }

    [Fact]
    public async Task A_preview_of_more_seats_and_its_confirmation_make_nine_calls()
    {
        var rounds = new Rounds(1, 3, 2, 1, 1, 1);
        var shop = new Shop(SettledAtOnce, between: rounds);

        var quote = await shop.PlanChanges.PreviewAsync(
            new() { SubscriptionId = DemoSeed.BasicSubscription, Quantity = 3 },
            TestContext.Current.CancellationToken
        );
        Assert.IsType<PlanChangeOutcome.Changed>(await shop.PlanChanges.ConfirmAsync(quote));

        Assert.Equal(
            [
                Subscription,
                $"{Methods}, {Basic}, {Preview}",
                $"{Subscription}, {Preview}",
                Change,
                Payments,
                Subscription,
            ],
            rounds.Seen
        );
        Assert.Equal(9, shop.Requests.Count);
    }

    [Fact]
    public async Task An_upgrade_in_one_call_quotes_once()
    {
        var rounds = new Rounds(2, 2, 1, 1, 1);
        var shop = new Shop(SettledAtOnce, between: rounds);

        Assert.IsType<PlanChangeOutcome.Changed>(
            await shop.PlanChanges.UpgradeAsync(DemoSeed.BasicSubscription, DemoSeed.ProPlan, Usd(50_00))
        );

        Assert.Equal([$"{Pro}, {Subscription}", $"{Basic}, {Preview}", Change, Payments, Subscription], rounds.Seen);
        Assert.Equal(7, shop.Requests.Count);
    }

    [Fact]
    public async Task A_scheduled_change_quotes_once()
    {
        var rounds = new Rounds(2, 2, 1, 1, 1);
        var shop = new Shop(SettledAtOnce, between: rounds);

        Assert.IsType<PlanChangeOutcome.Scheduled>(
            await shop.PlanChanges.ScheduleAsync(
                new() { SubscriptionId = DemoSeed.BasicSubscription, ProductId = DemoSeed.ProPlan },
                TestContext.Current.CancellationToken
            )
        );

        Assert.Equal([$"{Pro}, {Subscription}", $"{Basic}, {Preview}", Change, Payments, Subscription], rounds.Seen);
        Assert.Equal(7, shop.Requests.Count);
    }

    private static void MakeDearer(DodoEmulator emulator) =>
        emulator.PutProduct(
            DemoSeed.BasicPlan,
            new()
            {
                ["is_recurring"] = true,
                ["price"] = new JsonObject
                {
                    ["type"] = "recurring_price",
                    ["price"] = 90_00,
                    ["currency"] = "USD",
                    ["payment_frequency_count"] = 1,
                    ["payment_frequency_interval"] = "Month",
                    ["subscription_period_count"] = 10,
                    ["subscription_period_interval"] = "Year",
                },
            }
        );
}
