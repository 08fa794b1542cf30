namespace DodoUpsell;

/// <summary>
/// Represents a per-subscription lock kept in the ledger: one plan change or recovery of a subscription at a time
/// across all nodes.
/// </summary>
/// <remarks>There is no explicit unlock. The lock is free once its holder's charge has reached a final state.</remarks>
public sealed record SubscriptionLock
{
    /// <summary>Gets the environment (test or live).</summary>
    public required DodoEnvironment Environment { get; init; }

    /// <summary>Gets the id of the subscription.</summary>
    public required string SubscriptionId { get; init; }

    /// <summary>Gets the charge key that holds the lock or last held it.</summary>
    public required ChargeKey Holder { get; init; }

    /// <summary>
    /// Gets the end of the billing period of a partly paid upgrade, in UTC, or null if there is none.
    /// </summary>
    public DateTimeOffset? PartlyPaidUntil { get; init; }

    /// <summary>Gets the time at which the lock was taken, in UTC.</summary>
    public required DateTimeOffset LockedAt { get; init; }

    /// <summary>
    /// Gets the version of the lock. It increases by one with each change and is used for compare-and-set.
    /// </summary>
    public int Version { get; init; }
}
