using System.Collections.Concurrent;

namespace DodoUpsell.Http;

/// <summary>
/// Provides the sources that end attempts at their time limits. The sources of completed attempts are used again: a new
/// one, with its timer and its first registration, is a tenth of what a call allocates.
/// </summary>
internal static class TimeLimits
{
    private const int MostIdle = 64;

    private static readonly ConcurrentQueue<CancellationTokenSource> Idle = new();

    /// <summary>Returns a source that is cancelled when the limit expires.</summary>
    public static CancellationTokenSource Start(TimeSpan limit, TimeProvider clock)
    {
        if (!ReferenceEquals(clock, TimeProvider.System) || !Idle.TryDequeue(out var source))
            return new CancellationTokenSource(limit, clock);

#pragma warning disable RS0030 // Only sources with the system's clock are kept, and CancelAfter uses that clock.
        source.CancelAfter(limit);
#pragma warning restore RS0030
        return source;
    }

    /// <summary>Ends a time limit.</summary>
    /// <param name="source">The source, which the caller must not use again.</param>
    /// <param name="clock">The clock that the limit was started with.</param>
    /// <param name="isUnused">Whether the attempt is complete, so that nothing observes its token any more.</param>
    public static void End(CancellationTokenSource source, TimeProvider clock, bool isUnused)
    {
        // A source that was cancelled, or whose timer has fired, cannot be reset.
        if (isUnused && ReferenceEquals(clock, TimeProvider.System) && Idle.Count < MostIdle && source.TryReset())
            Idle.Enqueue(source);
        else
            source.Dispose();
    }
}
