using DodoUpsell.Diagnostics;
using Microsoft.Extensions.Logging;

namespace DodoUpsell.Webhooks;

/// <summary>Handles what is due: once, or for as long as the app runs.</summary>
internal sealed class InboxPump(Func<RunningDeliveries> start, IWebhookInboxStore store, InboxSignal signal, Func<CancellationToken, Task<int>> prune, TimeProvider time, Func<double> jitter, ILogger log)
{
    // The longest sleep: another process may have recorded a delivery and ended before it handled it.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ShortestSleep = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan PruneInterval = TimeSpan.FromHours(1);

    /// <summary>Until nothing is due.</summary>
    public async Task<WebhookProcessing> DrainAsync(CancellationToken cancellationToken)
    {
        var total = new WebhookProcessing(0, 0, 0, 0);
        var running = start();
        try
        {
            while (true)
            {
                await running.FillAsync(cancellationToken).ConfigureAwait(false);
                if (running.Count == 0) return total;
                await Task.WhenAny(running.Tasks).ConfigureAwait(false);
                while (running.TryTakeEnded(out var ended)) total = total.Plus(await ended.ConfigureAwait(false));
            }
        }
        finally
        {
            // After an error or a cancellation: each one records how it ended before the caller goes on.
            await Task.WhenAll(running.Tasks).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Until cancelled. Errors of the store are logged and tried again; they never end it.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        var running = start();
        var rhythm = new Rhythm { NextPrune = time.GetUtcNow() };
        while (!stopping.IsCancellationRequested)
        {
            // Before looking, so that what arrives meanwhile wakes us.
            var wake = signal.Next;
            var sleep = await StepAsync(running, rhythm, stopping).ConfigureAwait(false);
            await SleepAsync([wake, .. running.Tasks], sleep, stopping).ConfigureAwait(false);
            Collect(running);
        }

        await Task.WhenAll(running.Tasks).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Collect(running);
    }

    /// <returns>How long nothing will be due.</returns>
    private async Task<TimeSpan> StepAsync(RunningDeliveries running, Rhythm rhythm, CancellationToken stopping)
    {
        try
        {
            if (time.GetUtcNow() >= rhythm.NextPrune)
            {
                await prune(stopping).ConfigureAwait(false);
                rhythm.NextPrune = time.GetUtcNow() + PruneInterval;
            }

            // While all hands are busy, only one that gets free matters.
            var sleep = await running.FillAsync(stopping).ConfigureAwait(false) ? await UntilNextAsync(stopping).ConfigureAwait(false) : LongestSleep;
            rhythm.Failures = 0;
            return sleep;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return TimeSpan.Zero;
        }
        catch (Exception e)
        {
            var sleep = AfterFailures(++rhythm.Failures);
            Log.InboxStoreFailed(log, e, sleep.TotalSeconds);
            return sleep;
        }
    }

    private async Task<TimeSpan> UntilNextAsync(CancellationToken stopping)
    {
        var now = time.GetUtcNow();
        if (await store.FindNextDueAsync(now, stopping).ConfigureAwait(false) is not { } due || due - now > LongestSleep) return LongestSleep;
        return due - now > ShortestSleep ? due - now : ShortestSleep;
    }

    private TimeSpan AfterFailures(int failures)
    {
        var delay = TimeSpan.FromSeconds(1 << Math.Min(failures - 1, 10)) * (1 + jitter());
        return delay < LongestSleep ? delay : LongestSleep;
    }

    private async Task SleepAsync(IEnumerable<Task> wakers, TimeSpan sleep, CancellationToken stopping)
    {
        using var awake = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        await Task.WhenAny([.. wakers, Task.Delay(sleep, time, awake.Token)]).ConfigureAwait(false);
        await awake.CancelAsync().ConfigureAwait(false);
    }

    private void Collect(RunningDeliveries running)
    {
        while (running.TryTakeEnded(out var ended))
        {
            // It could not record how it ended; when its lease ends, it is taken up again.
            if (ended.Exception?.InnerException is { } failure) Log.OutcomeNotRecorded(log, failure);
        }
    }

    private sealed class Rhythm
    {
        public DateTimeOffset NextPrune { get; set; }

        public int Failures { get; set; }
    }
}
