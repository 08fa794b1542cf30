using DodoUpsell.Tests.Support;
using DodoUpsell.Tests.Webhooks.Inbox;
using DodoUpsell.Webhooks;

namespace DodoUpsell.Tests.Charging.Settlements;

/// <summary>
/// Two nodes share a store, and their clocks are four minutes apart, which is less than the default of
/// <see cref="DodoUpsellOptions.MaxClockSkew"/>.
/// </summary>
public sealed class ClocksThatDifferTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(4);

    [Theory]
    [InlineData(4)]
    [InlineData(-4)]
    public async Task A_delivery_is_never_handled_by_both_at_the_same_time(int minutesAhead)
    {
        var store = new InMemoryWebhookInboxStore();
        var slow = new InboxBench(store: store, clock: new ManualTimeProvider(Noon));
        var other = new InboxBench(store: store, clock: new ManualTimeProvider(Noon.AddMinutes(minutesAhead)));
        var (started, done) = (new TaskCompletionSource(), new TaskCompletionSource());
        var others = 0;
        slow.Inbox.OnWebhook<PaymentEvent>(
            (_, _, _) =>
            {
                started.TrySetResult();
                return done.Task;
            }
        );
        other.Inbox.OnWebhook<PaymentEvent>((_, _, _) => Task.FromResult(Interlocked.Increment(ref others)));
        await (minutesAhead < 0 ? other : slow).SendPaymentAsync("msg_1");

        var handling = slow.Inbox.ProcessAsync();
        await started.Task;
        await LookAsync(slow.Clock, other.Clock, () => other.Inbox.ProcessAsync());
        done.SetResult();

        Assert.Equal(1, (await handling).Completed);
        Assert.Equal(0, others);
    }

    [Fact]
    public async Task A_settlement_is_never_told_by_both_at_the_same_time()
    {
        var ledger = new InMemoryChargeLedger();
        var slow = new SettlementBench(ledger, new ManualTimeProvider(Noon));
        var ahead = new SettlementBench(ledger, new ManualTimeProvider(Noon + Apart));
        var (started, done) = (new TaskCompletionSource(), new TaskCompletionSource());
        var others = 0;
        slow.Settlements.OnChargeSettled(
            (_, _, _) =>
            {
                started.TrySetResult();
                return done.Task;
            }
        );
        ahead.Settlements.OnChargeSettled((_, _, _) => Task.FromResult(Interlocked.Increment(ref others)));
        await slow.SettleAsync("order-1");

        var telling = slow.Settlements.ProcessAsync();
        await started.Task;
        await LookAsync(slow.Clock, ahead.Clock, () => ahead.Settlements.ProcessAsync());
        done.SetResult();

        Assert.Equal(1, (await telling).Completed);
        Assert.Equal(0, others);
    }

    // For as long as a handler may take, short of its limit.
    private static async Task LookAsync(ManualTimeProvider one, ManualTimeProvider other, Func<Task> look)
    {
        for (var second = 0; second < 29; second++)
        {
            await look();
            one.Advance(TimeSpan.FromSeconds(1));
            other.Advance(TimeSpan.FromSeconds(1));
        }
    }
}
