using Microsoft.Extensions.Logging;

namespace DodoUpsell.Webhooks;

/// <summary>
/// Works on what is due, never on more at once than allowed: until nothing is due, or for as long as the app runs.
/// </summary>
internal sealed class InboxPump<TItem>(
    InboxWork<TItem> work,
    InboxSignal signal,
    TimeProvider time,
    Func<double> jitter,
    ILogger log
)
{
    // The longest sleep: another process may have recorded something and ended before it handled it.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ShortestSleep = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan PruneInterval = TimeSpan.FromHours(1);

    private readonly RetryPlan _plan = new(() => work.Options, jitter);

    /// <summary>Handles what is due until nothing is.</summary>
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
            // After an error or a cancellation: each one records how it ended before the caller goes on.
            await Task.WhenAll((IEnumerable<Task>)running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Runs until cancelled. Errors of the store are logged and tried again; they never end it.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        var running = new List<Task<InboxResult>>();
        var rhythm = new Rhythm { NextPrune = time.GetUtcNow() };
        while (!stopping.IsCancellationRequested)
        {
            // Before looking, so that what arrives meanwhile wakes us.
            var wake = signal.Next;
            var sleep = await StepAsync(running, rhythm, stopping).ConfigureAwait(false);
            await SleepAsync([wake, .. running], sleep, stopping).ConfigureAwait(false);
            Collect(running);
        }

        await Task.WhenAll((IEnumerable<Task>)running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Collect(running);
    }

    /// <summary>Leases what is due, as far as there is room, and starts on it.</summary>
    /// <returns>Whether there was room for more than was due.</returns>
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

    /// <returns>How long nothing will be due.</returns>
    private async Task<TimeSpan> StepAsync(List<Task<InboxResult>> running, Rhythm rhythm, CancellationToken stopping)
    {
        try
        {
            if (time.GetUtcNow() >= rhythm.NextPrune)
            {
                await work.PruneAsync(stopping).ConfigureAwait(false);
                rhythm.NextPrune = time.GetUtcNow() + PruneInterval;
            }

            // While all hands are busy, only one that gets free matters.
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
            // It could not record how it ended; when its lease ends, it is taken up again.
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
        public DateTimeOffset NextPrune { get; set; }

        public int Failures { get; set; }
    }
}
