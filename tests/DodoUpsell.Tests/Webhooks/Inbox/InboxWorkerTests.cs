using DodoUpsell.Tests.Support;
using DodoUpsell.Webhooks;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace DodoUpsell.Tests.Webhooks.Inbox;

public sealed class InboxWorkerTests
{
    [Fact]
    public async Task A_new_delivery_wakes_the_worker_at_once()
    {
        var bench = new InboxBench();
        using var stop = new CancellationTokenSource();
        var handled = new TaskCompletionSource();
        bench.Inbox.OnWebhook<PaymentEvent>(
            (_, _, _) =>
            {
                handled.SetResult();
                return Task.CompletedTask;
            }
        );
        var running = bench.Inbox.RunAsync(stop.Token);

        // The clock never moves.
        await bench.SendPaymentAsync("msg_1");
        await handled.Task;

        await stop.CancelAsync();
        await running;
        Assert.Equal(InboxState.Completed, (await bench.Inbox.FindAsync("msg_1"))!.State);
    }

    [Fact]
    public async Task The_worker_wakes_for_the_next_attempt_by_itself()
    {
        // Every other timer is longer than those that the clock runs to.
        var bench = new InboxBench(options =>
        {
            options.Webhooks.HandlerTimeout = TimeSpan.FromHours(1);
            options.Webhooks.RetryDelays.Clear();
            foreach (var seconds in new[] { 5, 10, 20 })
                options.Webhooks.RetryDelays.Add(TimeSpan.FromSeconds(seconds));
        });
        using var stop = new CancellationTokenSource();
        var start = bench.Clock.GetUtcNow();
        var succeeded = new TaskCompletionSource<DateTimeOffset>();
        bench.Inbox.OnWebhook<PaymentEvent>(
            (_, context, _) =>
            {
                if (context.Attempt < 4)
                    throw new InvalidOperationException("Not yet.");
                succeeded.SetResult(bench.Clock.GetUtcNow());
                return Task.CompletedTask;
            }
        );
        await bench.SendPaymentAsync("msg_1");

        var running = bench.Inbox.RunAsync(stop.Token);
        await bench.Clock.RunAsync(succeeded.Task, TimeSpan.FromSeconds(25));
        await stop.CancelAsync();
        await running;

        Assert.Equal(start + TimeSpan.FromSeconds(35), await succeeded.Task);
    }

    [Fact]
    public async Task A_failing_store_is_tried_again_and_never_ends_the_worker()
    {
        using var log = new LogLines();
        var store = Substitute.For<IWebhookInboxStore>();
        store.Account.Returns("");
        store
            .LeaseDueAsync(default, default, 0)
            .ReturnsForAnyArgs(
                _ => throw new IOException("The database is away."),
                _ => throw new IOException("The database is away."),
                _ => throw new IOException("The database is away."),
                _ => []
            );
        var reached = new TaskCompletionSource();
        store
            .FindNextDueAsync(default)
            .ReturnsForAnyArgs(_ =>
            {
                reached.TrySetResult();
                return (DateTimeOffset?)null;
            });
        var bench = new InboxBench(store: store, loggers: log);
        using var stop = new CancellationTokenSource();

        var running = bench.Inbox.RunAsync(stop.Token);
        // Less than the pause of an idle worker, which may begin before the clock is stopped.
        var took = await bench.Clock.RunAsync(reached.Task, TimeSpan.FromSeconds(25));
        await stop.CancelAsync();
        await running;

        Assert.Equal(TimeSpan.FromSeconds(1 + 2 + 4), took);
        Assert.Equal(3, log.Lines.Count(line => line.Id == 1103));
    }

    [Fact]
    public async Task An_outcome_that_could_not_be_recorded_is_logged_and_the_delivery_comes_back()
    {
        using var log = new LogLines();
        var bench = new InboxBench(store: Substitute.For<IWebhookInboxStore>(), loggers: log);
        var delivery = new InboxDelivery
        {
            Id = "msg_1",
            Body = InboxBench.Payment("pay_1", "payment.succeeded", "succeeded", bench.Clock.GetUtcNow()),
            State = InboxState.Leased,
            Attempts = 1,
            LeaseToken = Guid.NewGuid(),
        };
        bench.Store.LeaseDueAsync(default, default, 0).ReturnsForAnyArgs(_ => [delivery], _ => []);
        bench.Store.CompleteAsync("", default, default).ThrowsAsyncForAnyArgs(new IOException("The database is away."));
        using var stop = new CancellationTokenSource();
        var reached = new TaskCompletionSource();
        bench
            .Store.When(store => store.FindNextDueAsync(Arg.Any<DateTimeOffset>(), Arg.Any<CancellationToken>()))
            .Do(_ =>
            {
                if (log.Lines.Any(line => line.Id == 1104))
                    reached.TrySetResult();
            });

        var running = bench.Inbox.RunAsync(stop.Token);
        await bench.Clock.RunAsync(reached.Task, TimeSpan.FromSeconds(30));
        await stop.CancelAsync();
        await running;

        Assert.Single(log.Lines, line => line.Id == 1104);
    }

    [Fact]
    public async Task Old_deliveries_are_deleted_now_and_then()
    {
        var bench = new InboxBench().StoresWhatItIsGiven();
        await bench.SendPaymentAsync("msg_1");
        await bench.Inbox.ProcessAsync();
        var completed = bench.Clock.GetUtcNow();
        using var stop = new CancellationTokenSource();
        var running = bench.Inbox.RunAsync(stop.Token);
        Assert.NotNull(await bench.Inbox.FindAsync("msg_1"));

        await bench.Clock.RunAsync(UntilGoneAsync(bench.Inbox), TimeSpan.FromMinutes(1));
        await stop.CancelAsync();
        await running;

        Assert.True(bench.Clock.GetUtcNow() > completed + bench.Options.Webhooks.CompletedRetention);
    }

    [Fact]
    public async Task No_more_are_handled_at_once_than_allowed()
    {
        var bench = new InboxBench(options => options.Webhooks.MaxConcurrency = 3);
        var (atOnce, most) = (0, 0);
        var begun = 0;
        var (three, four) = (new TaskCompletionSource(), new TaskCompletionSource());
        var (first, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        bench.Inbox.OnWebhook<PaymentEvent>(
            async (_, _, _) =>
            {
                var (number, now) = (Interlocked.Increment(ref begun), Interlocked.Increment(ref atOnce));
                lock (bench)
                    most = Math.Max(most, now);
                if (number == 3)
                    three.SetResult();
                if (number == 4)
                    four.SetResult();
                await (number == 1 ? first : goOn).Task;
                Interlocked.Decrement(ref atOnce);
            }
        );
        for (var i = 0; i < 20; i++)
            await bench.SendPaymentAsync($"msg_{i}", payment: $"pay_{i}");

        var processing = bench.Inbox.ProcessAsync();
        await three.Task;
        Assert.Equal(3, (await bench.Inbox.ListAsync(InboxState.Leased)).Count);

        // One makes room for one more, while the others are still handled.
        first.SetResult();
        await four.Task;
        Assert.Equal(3, (await bench.Inbox.ListAsync(InboxState.Leased)).Count);
        goOn.SetResult();

        Assert.Equal(20, (await processing).Completed);
        Assert.Equal(3, most);
    }

    private static async Task UntilGoneAsync(WebhookInbox inbox)
    {
        while (await inbox.FindAsync("msg_1") is not null)
            await Task.Yield();
    }
}
