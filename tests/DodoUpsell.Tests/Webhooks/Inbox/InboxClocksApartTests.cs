using DodoUpsell.Tests.Support;
using DodoUpsell.Webhooks;

namespace DodoUpsell.Tests.Webhooks.Inbox;

/// <summary>Two servers whose clocks differ by two minutes never handle one delivery at the same time.</summary>
public sealed class InboxClocksApartTests
{
    [Fact]
    public async Task A_lease_outlasts_a_handler_that_is_left_behind_by_the_furthest_clock_and_leaves_a_margin()
    {
        var bench = new InboxBench();
        InboxDelivery? leased = null;
        bench.Inbox.OnWebhook<PaymentEvent>(
            async (_, context, stopping) => leased = await bench.Store.FindAsync(context.WebhookId, stopping)
        );
        await bench.SendPaymentAsync("msg_1");

        await bench.Inbox.ProcessAsync();

        // A handler is left behind five seconds after its time-out.
        var options = bench.Options;
        var needed =
            options.Webhooks.HandlerTimeout + TimeSpan.FromSeconds(5) + options.MaxClockSkew + options.MaxClockSkew;
        Assert.True(leased!.LeasedUntil >= bench.Clock.GetUtcNow() + needed + TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-2)]
    [InlineData(4)]
    public async Task A_delivery_that_one_node_is_handling_is_not_handled_by_a_node_whose_clock_differs(int minutes)
    {
        var store = new InMemoryWebhookInboxStore();
        var (first, second) = (
            new InboxBench(store: store),
            new InboxBench(
                store: store,
                clock: new ManualTimeProvider(new ManualTimeProvider().GetUtcNow().AddMinutes(minutes))
            )
        );
        var (entered, leave) = (new TaskCompletionSource(), new TaskCompletionSource());
        var (running, most, handled) = (0, 0, 0);
        async Task HandleAsync(bool waits)
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            handled++;
            entered.TrySetResult();
            if (waits)
                await leave.Task;
            Interlocked.Decrement(ref running);
        }

        first.Inbox.OnWebhook<PaymentEvent>((_, _, _) => HandleAsync(waits: true));
        second.Inbox.OnWebhook<PaymentEvent>((_, _, _) => HandleAsync(waits: false));
        await first.SendPaymentAsync("msg_1");
        var processing = first.Inbox.ProcessAsync();
        await entered.Task;

        await second.Inbox.ProcessAsync();
        leave.SetResult();
        await processing;

        Assert.Equal((1, 1), (most, handled));
        Assert.Equal(InboxState.Completed, (await first.Inbox.FindAsync("msg_1"))!.State);
    }

    [Fact]
    public async Task Deliveries_about_one_subject_are_not_handled_side_by_side_by_nodes_whose_clocks_differ()
    {
        var store = new InMemoryWebhookInboxStore();
        var (first, second) = (
            new InboxBench(store: store),
            new InboxBench(
                store: store,
                clock: new ManualTimeProvider(new ManualTimeProvider().GetUtcNow().AddMinutes(2))
            )
        );
        var (entered, leave) = (new TaskCompletionSource(), new TaskCompletionSource());
        var others = 0;
        first.Inbox.OnWebhook<PaymentEvent>(
            async (_, _, _) =>
            {
                entered.TrySetResult();
                await leave.Task;
            }
        );
        second.Inbox.OnWebhook<PaymentEvent>(
            (_, _, _) =>
            {
                others++;
                return Task.CompletedTask;
            }
        );
        await first.SendPaymentAsync("msg_1");
        var processing = first.Inbox.ProcessAsync();
        await entered.Task;
        await first.SendPaymentAsync("msg_2");

        await second.Inbox.ProcessAsync();

        Assert.Equal(0, others);
        leave.SetResult();
        await processing;
    }
}
