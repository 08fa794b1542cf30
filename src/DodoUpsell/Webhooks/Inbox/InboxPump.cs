using Microsoft.Extensions.Logging;

namespace DodoUpsell.Webhooks;

/// <summary>
/// Handles due items with limited concurrency, either until no item is due or for as long as the app runs.
/// </summary>
internal sealed class InboxPump<TItem>(
    InboxWork<TItem> work,
    InboxSignal signal,
    TimeProvider time,
    Func<double> jitter,
    ILogger log
)
{
    // The maximum sleep. It is limited because another process may record an item and end before it handles it.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ShortestSleep = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan PruneInterval = TimeSpan.FromHours(1);

    private readonly RetryPlan _plan = new(() => work.Options, jitter);

    /// <summary>Handles due items until none is left.</summary>
    public async Task<IReadOnlyList<InboxResult>> DrainAsync(CancellationToken cancellationToken)
    {
        var results = new List<InboxResult>();
        var running = new List<Task<InboxResult>>();
        try
        {
            while (true)
            {
                await FillAsync(running, cancellationToken).ConfigureAwait(false);
                if (running.Count == 0)
                    return results;
                await Task.WhenAny(running).ConfigureAwait(false);
                foreach (var ended in TakeEnded(running))
                    results.Add(await ended.ConfigureAwait(false));
            }
        }
        finally
        {
            // After an error or a cancellation, each running attempt records its result before this method returns.
            await Task.WhenAll((IEnumerable<Task>)running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Runs until it is cancelled. Store failures are logged and retried; they do not end it.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        var running = new List<Task<InboxResult>>();
        var rhythm = new Rhythm();
        while (!stopping.IsCancellationRequested)
        {
            // Taken before the store is read, so that an item that arrives in between ends the sleep.
            var wake = signal.Next;
            var sleep = await StepAsync(running, rhythm, stopping).ConfigureAwait(false);
            await SleepAsync([wake, .. running], sleep, stopping).ConfigureAwait(false);
            Collect(running);
        }

        await Task.WhenAll([.. running, rhythm.Pruning]).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Collect(running);
    }

    /// <summary>Leases due items up to the concurrency limit and starts handling them.</summary>
    /// <returns>True if fewer items were due than could be started.</returns>
    private async Task<bool> FillAsync(List<Task<InboxResult>> running, CancellationToken stopping)
    {
        var room = work.Options.Webhooks.MaxConcurrency - running.Count;
        if (room <= 0)
            return false;
        var now = time.GetUtcNow();
        var leased = await work.LeaseDueAsync(now, now + work.LeaseTime, room, stopping).ConfigureAwait(false);
        foreach (var item in leased)
            running.Add(new InboxAttempt<TItem>(work, item, _plan, time, log).RunAsync(stopping));
        return leased.Count < room;
    }

    /// <summary>Starts pruning if it is time, and starts due items.</summary>
    /// <returns>The time to sleep until the next item is due.</returns>
    private async Task<TimeSpan> StepAsync(List<Task<InboxResult>> running, Rhythm rhythm, CancellationToken stopping)
    {
        try
        {
            if (rhythm.Pruned is not { } pruned || time.GetElapsedTime(pruned) >= PruneInterval)
            {
                rhythm.Pruned = time.GetTimestamp();
                rhythm.Pruning = PruneAsync(rhythm.Pruning, stopping);
            }

            // At the concurrency limit, only the end of an attempt matters.
            var sleep = await FillAsync(running, stopping).ConfigureAwait(false)
                ? await UntilNextAsync(stopping).ConfigureAwait(false)
                : LongestSleep;
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
            work.StoreFailed(work.Showable(e), sleep);
            return sleep;
        }
    }

    // Beside the handling of items, because there may be a million rows to delete.
    private async Task PruneAsync(Task previous, CancellationToken stopping)
    {
        await previous.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            await work.PruneAsync(stopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The next start goes on.
        }
        catch (Exception e)
        {
            work.StoreFailed(work.Showable(e), PruneInterval);
        }
    }

    private async Task<TimeSpan> UntilNextAsync(CancellationToken stopping)
    {
        var now = time.GetUtcNow();
        if (await work.FindNextDueAsync(now, stopping).ConfigureAwait(false) is not { } due || due - now > LongestSleep)
            return LongestSleep;
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

    private void Collect(List<Task<InboxResult>> running)
    {
        foreach (var ended in TakeEnded(running))
        {
            // The attempt could not record its result. The item is handled again when its lease expires.
            if (ended.Exception?.InnerException is { } failure)
                work.NotRecorded(work.Showable(failure));
        }
    }

    private static List<Task<InboxResult>> TakeEnded(List<Task<InboxResult>> running)
    {
        var ended = running.FindAll(task => task.IsCompleted);
        running.RemoveAll(ended.Contains);
        return ended;
    }

    private sealed class Rhythm
    {
        /// <summary>The timestamp at which pruning was started last.</summary>
        public long? Pruned { get; set; }

        public Task Pruning { get; set; } = Task.CompletedTask;

        public int Failures { get; set; }
    }
}
