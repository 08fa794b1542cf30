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
        var crew = new Crew();
        try
        {
            while (true)
            {
                await TurnAsync(crew, cancellationToken).ConfigureAwait(false);
                await TakeEndedAsync().ConfigureAwait(false);
                cancellationToken.ThrowIfCancellationRequested();
                if (crew.Running.Count == 0)
                    return results;
                await crew.NextAsync().ConfigureAwait(false);

                // Handlers that were started before run first. What has ended by then is recorded together.
                await Task.Yield();
                await TakeEndedAsync().ConfigureAwait(false);
            }
        }
        finally
        {
            // After an error or a cancellation, each running attempt records its result before this method returns.
            await EndAsync(crew).ConfigureAwait(false);
        }

        async Task TakeEndedAsync()
        {
            foreach (var ended in crew.TakeEnded())
                results.Add(await ended.ConfigureAwait(false));
        }
    }

    /// <summary>Runs until it is cancelled. Store failures are logged and retried; they do not end it.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        var crew = new Crew();
        var rhythm = new Rhythm();
        while (!stopping.IsCancellationRequested)
        {
            // Taken before the store is read, so that an item that arrives in between ends the sleep.
            var wake = signal.Next;
            var sleep = await StepAsync(crew, rhythm, stopping).ConfigureAwait(false);
            await SleepAsync([wake, crew.Handled.Next, .. crew.Running], sleep, stopping).ConfigureAwait(false);
            await Task.Yield();
            Collect(crew);
        }

        await EndAsync(crew).ConfigureAwait(false);
        Collect(crew);
        await rhythm.Pruning.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Records handled items, leases due items up to the concurrency limit and starts handling them.</summary>
    /// <returns>True if fewer items were due than could be started.</returns>
    private async Task<bool> TurnAsync(Crew crew, CancellationToken stopping)
    {
        var handled = crew.Handled.Take();
        var room = stopping.IsCancellationRequested
            ? 0
            : Math.Max(0, work.Options.Webhooks.MaxConcurrency - crew.Running.Count + handled.Count);
        if (room == 0 && handled.Count == 0)
            return false;
        var now = time.GetUtcNow();
        try
        {
            var leased = await work.RecordAndLeaseAsync(handled, now, now + work.LeaseTime, room, stopping)
                .ConfigureAwait(false);
            foreach (var item in leased)
                crew.Running.Add(
                    new InboxAttempt<TItem>(work, item, crew.Handled, _plan, time, log).RunAsync(stopping)
                );
            return leased.Count < room;
        }
        catch (Exception e)
        {
            foreach (var one in handled)
                one.Fail(e);
            throw;
        }
    }

    /// <summary>Waits until each running attempt has recorded its result.</summary>
    private async Task EndAsync(Crew crew)
    {
        var ended = Task.WhenAll((IEnumerable<Task>)crew.Running);
        while (!ended.IsCompleted)
        {
            await Task.WhenAny(ended, crew.Handled.Next).ConfigureAwait(false);
            await TurnAsync(crew, new CancellationToken(canceled: true)).ConfigureAwait(false);
        }
    }

    /// <summary>Starts pruning if it is time, and does a turn.</summary>
    /// <returns>The time to sleep if nothing happens.</returns>
    private async Task<TimeSpan> StepAsync(Crew crew, Rhythm rhythm, CancellationToken stopping)
    {
        try
        {
            if (rhythm.Pruned is not { } pruned || time.GetElapsedTime(pruned) >= PruneInterval)
            {
                rhythm.Pruned = time.GetTimestamp();
                rhythm.Pruning = PruneAsync(rhythm.Pruning, stopping);
            }

            var isAllStarted = await TurnAsync(crew, stopping).ConfigureAwait(false);
            Collect(crew);
            rhythm.Failures = 0;

            // At the concurrency limit, only the end of an attempt matters. It ends the sleep, and if it was short, the
            // next due time is not worth a question.
            await Task.Yield();
            return isAllStarted && !crew.HasEnded ? await UntilNextAsync(stopping).ConfigureAwait(false) : LongestSleep;
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

    private void Collect(Crew crew)
    {
        foreach (var ended in crew.TakeEnded())
        {
            // The attempt could not record its result. The item is handled again when its lease expires.
            if (ended.Exception?.InnerException is { } failure)
                work.NotRecorded(work.Showable(failure));
        }
    }

    /// <summary>The attempts of one run.</summary>
    private sealed class Crew
    {
        public List<Task<InboxResult>> Running { get; } = [];

        public HandledItems<TItem> Handled { get; } = new();

        /// <summary>Whether a sleep ends at once.</summary>
        public bool HasEnded => Handled.Next.IsCompleted || Running.Exists(task => task.IsCompleted);

        public Task<Task> NextAsync() => Task.WhenAny([Handled.Next, .. Running]);

        public List<Task<InboxResult>> TakeEnded()
        {
            var ended = Running.FindAll(task => task.IsCompleted);
            Running.RemoveAll(ended.Contains);
            return ended;
        }
    }

    private sealed class Rhythm
    {
        /// <summary>The timestamp at which pruning was started last.</summary>
        public long? Pruned { get; set; }

        public Task Pruning { get; set; } = Task.CompletedTask;

        public int Failures { get; set; }
    }
}
