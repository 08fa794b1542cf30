namespace DodoUpsell.PlanChanges;

/// <summary>When a quote was made that the same call confirms, and how the subscription's lock was then.</summary>
/// <remarks>The quote needs no repetition under the lock if nobody else held the lock since it was begun.</remarks>
internal sealed record FreshQuote(LockSight Sight, DateTimeOffset StartedAt, long Started)
{
    // The ledger's writes in between take milliseconds. A node that was suspended meanwhile quotes again.
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(10);

    /// <summary>Looks at the lock. Call it before the first read of the quote.</summary>
    public static async Task<FreshQuote> StartAsync(
        SubscriptionLocks locks,
        string subscriptionId,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var (at, timestamp) = (clock.GetUtcNow(), clock.GetTimestamp());
        return new(await locks.LookAsync(subscriptionId, cancellationToken).ConfigureAwait(false), at, timestamp);
    }

    /// <summary>Returns whether the quote still describes the subscription.</summary>
    /// <remarks>Both times are checked: monotonic time stops while a machine is suspended.</remarks>
    public bool Holds(LockSight entered, TimeProvider clock) =>
        Sight.IsFree
        && Sight == entered
        && clock.GetElapsedTime(Started) <= Lifetime
        && clock.GetUtcNow() - StartedAt <= Lifetime;
}
