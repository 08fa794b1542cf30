using DodoUpsell.Tests.Support;
using DodoUpsell.Webhooks;

namespace DodoUpsell.Tests.Webhooks.Inbox;

public sealed class InboxFailureTests
{
    private static readonly TimeSpan[] Delays =
    [
        TimeSpan.FromSeconds(5),
        TimeSpan.FromSeconds(30),
        TimeSpan.FromMinutes(2),
        TimeSpan.FromMinutes(10),
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(6),
    ];

    [Fact]
    public async Task A_failing_handler_is_tried_again_later_each_time_and_then_parked()
    {
        using var log = new LogLines();
        var bench = new InboxBench(loggers: log);
        var attempts = new List<(int Attempt, DateTimeOffset At)>();
        bench.Inbox.OnWebhook<PaymentEvent>(
            (_, context, _) =>
            {
                attempts.Add((context.Attempt, bench.Clock.GetUtcNow()));
                throw new InvalidOperationException("ada@example.test cannot be served.");
            }
        );
        var start = bench.Clock.GetUtcNow();
        await bench.SendPaymentAsync("msg_1");

        foreach (var delay in Delays)
        {
            Assert.Equal(new WebhookProcessingReport(0, 1, 0, 0), await bench.Inbox.ProcessAsync());
            bench.Clock.Advance(delay - TimeSpan.FromTicks(1));
            Assert.Equal(0, (await bench.Inbox.ProcessAsync()).Total);
            bench.Clock.Advance(TimeSpan.FromTicks(1));
        }

        Assert.Equal(new WebhookProcessingReport(0, 0, 1, 0), await bench.Inbox.ProcessAsync());
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], attempts.Select(attempt => attempt.Attempt));
        Assert.Equal(start + Delays.Aggregate(TimeSpan.Zero, (sum, delay) => sum + delay), attempts[^1].At);
        var parked = Assert.Single(await bench.Inbox.ListAsync(InboxState.Parked));
        Assert.Equal(
            "a delegate for PaymentEvent: InvalidOperationException: [e-mail] cannot be served.",
            parked.LastError
        );
        var line = Assert.Single(log.Lines, line => line.Id == 1100);
        Assert.StartsWith(
            "Error: Webhook delivery msg_1 (payment.succeeded) failed in all 7 attempts",
            line.Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("ada@", line.Text, StringComparison.Ordinal);

        bench.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(0, (await bench.Inbox.ProcessAsync()).Total);
    }

    [Fact]
    public async Task A_parked_delivery_that_is_replayed_has_all_its_attempts_again()
    {
        var fails = true;
        var bench = new InboxBench(options => options.Webhooks.RetryDelays.Clear());
        bench.Inbox.OnWebhook<PaymentEvent>(
            (_, _, _) => fails ? throw new InvalidOperationException("Not yet.") : Task.CompletedTask
        );
        await bench.SendPaymentAsync("msg_1");
        Assert.Equal(1, (await bench.Inbox.ProcessAsync()).Parked);
        Assert.Equal(WebhookReceiptStatus.Duplicate, (await bench.SendPaymentAsync("msg_1")).Status);
        Assert.Equal(0, (await bench.Inbox.ProcessAsync()).Total);

        fails = false;
        Assert.True(await bench.Inbox.ReplayAsync("msg_1"));

        Assert.Equal(1, (await bench.Inbox.ProcessAsync()).Completed);
        Assert.Equal(InboxState.Completed, (await bench.Inbox.FindAsync("msg_1"))!.State);
    }

    [Fact]
    public async Task Chance_makes_a_wait_longer_by_a_fifth_at_most()
    {
        var plan = new RetryPlan(() => new DodoUpsellOptions(), () => 1);
        Assert.Equal(TimeSpan.FromSeconds(6), plan.DelayAfter(1));
        Assert.Equal(TimeSpan.FromHours(7.2), plan.DelayAfter(6));
        Assert.Null(plan.DelayAfter(7));
        await Task.CompletedTask;
    }

    [Fact]
    public async Task Of_several_handlers_one_that_fails_does_not_keep_the_others_from_running()
    {
        var ran = new List<string>();
        var bench = new InboxBench();
        bench.Inbox.OnWebhook<PaymentEvent>((_, _, _) => throw new InvalidOperationException("First."));
        bench.Inbox.OnWebhook<WebhookEvent>(
            (_, _, _) =>
            {
                ran.Add("second");
                return Task.CompletedTask;
            }
        );
        bench.Inbox.OnWebhook<RefundEvent>(
            (_, _, _) =>
            {
                ran.Add("not for a payment");
                return Task.CompletedTask;
            }
        );
        await bench.SendPaymentAsync("msg_1");

        Assert.Equal(1, (await bench.Inbox.ProcessAsync()).Retrying);
        Assert.Equal(["second"], ran);
        Assert.Contains("First.", (await bench.Inbox.FindAsync("msg_1"))!.LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_that_takes_too_long_is_cancelled_and_tried_again()
    {
        var bench = new InboxBench();
        var started = new TaskCompletionSource();
        var cancelled = 0;
        bench.Inbox.OnWebhook<PaymentEvent>(
            async (_, context, cancellationToken) =>
            {
                if (context.Attempt > 1)
                    return;
                started.SetResult();
                try
                {
                    await Task.Delay(Timeout.Infinite, cancellationToken);
                }
                finally
                {
                    cancelled++;
                }
            }
        );
        await bench.SendPaymentAsync("msg_1");

        var processing = bench.Inbox.ProcessAsync();
        await started.Task;
        bench.Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(1, (await processing).Retrying);
        Assert.Equal(1, cancelled);
        Assert.Equal(
            "a delegate for PaymentEvent: TimeoutException: The handler did not end within 00:00:30.",
            (await bench.Inbox.FindAsync("msg_1"))!.LastError
        );
        bench.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(1, (await bench.Inbox.ProcessAsync()).Completed);
    }

    [Fact]
    public async Task A_handler_that_ignores_its_token_is_left_behind_and_the_delivery_tried_again()
    {
        var bench = new InboxBench();
        var started = new TaskCompletionSource();
        var never = new TaskCompletionSource();
        bench.Inbox.OnWebhook<PaymentEvent>(
            (_, context, _) =>
            {
                started.TrySetResult();
                return context.Attempt == 1 ? never.Task : Task.CompletedTask;
            }
        );
        await bench.SendPaymentAsync("msg_1");

        var processing = bench.Inbox.ProcessAsync();
        await started.Task;
        var took = await bench.Clock.RunAsync(processing, TimeSpan.FromMinutes(1));

        Assert.Equal(1, (await processing).Retrying);
        Assert.Equal(TimeSpan.FromSeconds(35), took);
        Assert.Contains(
            "and it ignored its cancellation",
            (await bench.Inbox.FindAsync("msg_1"))!.LastError,
            StringComparison.Ordinal
        );
        bench.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(1, (await bench.Inbox.ProcessAsync()).Completed);
        never.SetResult();
    }

    [Fact]
    public async Task A_handler_that_blocks_its_thread_does_not_hold_up_others()
    {
        var bench = new InboxBench();
        using var release = new ManualResetEventSlim();
        using var other = new ManualResetEventSlim();
        bench.Inbox.OnWebhook<PaymentEvent>(
            (webhookEvent, _, cancellationToken) =>
            {
                if (webhookEvent.Data.PaymentId == "pay_1")
                    Assert.True(release.Wait(TimeSpan.FromMinutes(1), cancellationToken));
                else
                    other.Set();
                return Task.CompletedTask;
            }
        );
        await bench.SendPaymentAsync("msg_1", payment: "pay_1");
        await bench.SendPaymentAsync("msg_2", payment: "pay_2");

        var processing = bench.Inbox.ProcessAsync();
        Assert.True(other.Wait(TimeSpan.FromMinutes(1)));
        release.Set();

        Assert.Equal(2, (await processing).Completed);
    }

    [Fact]
    public async Task At_the_end_of_the_app_the_attempt_is_given_back_and_not_counted()
    {
        var bench = new InboxBench();
        using var stop = new CancellationTokenSource();
        var started = new TaskCompletionSource();
        bench.Inbox.OnWebhook<PaymentEvent>(
            async (_, _, cancellationToken) =>
            {
                started.TrySetResult();
                try
                {
                    await Task.Delay(Timeout.Infinite, cancellationToken);
                }
                catch (OperationCanceledException e)
                {
                    throw new InvalidOperationException("As many libraries do.", e);
                }
            }
        );
        await bench.SendPaymentAsync("msg_1");

        var running = bench.Inbox.RunAsync(stop.Token);
        await started.Task;
        await stop.CancelAsync();
        await running;

        var waiting = (await bench.Inbox.FindAsync("msg_1"))!;
        Assert.Equal((InboxState.Waiting, 0, null), (waiting.State, waiting.Attempts, waiting.LastError));
        Assert.Equal(
            "msg_1",
            Assert
                .Single(
                    await bench.Store.LeaseDueAsync(bench.Clock.GetUtcNow(), bench.Clock.GetUtcNow().AddMinutes(1), 1)
                )
                .Id
        );
    }

    [Fact]
    public async Task What_ends_well_while_the_app_stops_is_completed()
    {
        var bench = new InboxBench();
        using var stop = new CancellationTokenSource();
        var started = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        bench.Inbox.OnWebhook<PaymentEvent>(
            (_, _, _) =>
            {
                started.TrySetResult();
                return go.Task;
            }
        );
        await bench.SendPaymentAsync("msg_1");

        var running = bench.Inbox.RunAsync(stop.Token);
        await started.Task;
        await stop.CancelAsync();
        go.SetResult();
        await running;

        Assert.Equal(InboxState.Completed, (await bench.Inbox.FindAsync("msg_1"))!.State);
    }

    [Fact]
    public async Task Processing_that_is_cancelled_gives_back_what_it_had_begun()
    {
        var bench = new InboxBench();
        using var stop = new CancellationTokenSource();
        bench.Inbox.OnWebhook<PaymentEvent>(
            async (_, _, cancellationToken) =>
            {
                await stop.CancelAsync();
                cancellationToken.ThrowIfCancellationRequested();
            }
        );
        await bench.SendPaymentAsync("msg_1");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.Inbox.ProcessAsync(stop.Token));

        Assert.Equal(
            (InboxState.Waiting, 0),
            ((await bench.Inbox.FindAsync("msg_1"))!.State, (await bench.Inbox.FindAsync("msg_1"))!.Attempts)
        );
    }

    [Fact]
    public async Task What_kills_its_process_every_time_is_parked_as_well()
    {
        var bench = new InboxBench(options =>
        {
            options.Webhooks.RetryDelays.Clear();
            options.Webhooks.RetryDelays.Add(TimeSpan.FromSeconds(5));
        });
        var handled = 0;
        bench.Inbox.OnWebhook<PaymentEvent>((_, _, _) => Task.FromResult(handled++));
        await bench.SendPaymentAsync("msg_1");

        // Two processes take it and are never heard of again.
        for (var crash = 0; crash < 2; crash++)
        {
            Assert.Single(
                await bench.Store.LeaseDueAsync(bench.Clock.GetUtcNow(), bench.Clock.GetUtcNow().AddMinutes(1), 1)
            );
            bench.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(1, (await bench.Inbox.ProcessAsync()).Parked);
        Assert.Equal(0, handled);
        Assert.Contains("did not end", (await bench.Inbox.FindAsync("msg_1"))!.LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_that_lost_its_lease_runs_no_further_handler_and_records_nothing()
    {
        var bench = new InboxBench();
        var second = 0;
        bench.Inbox.OnWebhook<PaymentEvent>(
            async (_, _, cancellationToken) =>
            {
                // Another worker, by whose clock the lease has ended, handles it.
                var now = bench.Clock.GetUtcNow().AddMinutes(20);
                var other = Assert.Single(
                    await bench.Store.LeaseDueAsync(now, now.AddMinutes(1), 1, cancellationToken)
                );
                Assert.True(await bench.Store.CompleteAsync(other.Id, other.LeaseToken!.Value, now, cancellationToken));
            }
        );
        bench.Inbox.OnWebhook<PaymentEvent>((_, _, _) => Task.FromResult(second++));
        await bench.SendPaymentAsync("msg_1");

        Assert.Equal(new WebhookProcessingReport(0, 0, 0, 1), await bench.Inbox.ProcessAsync());

        Assert.Equal(0, second);
        Assert.Equal(
            (InboxState.Completed, 2),
            ((await bench.Inbox.FindAsync("msg_1"))!.State, (await bench.Inbox.FindAsync("msg_1"))!.Attempts)
        );
    }
}
