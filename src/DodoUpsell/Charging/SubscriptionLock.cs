namespace DodoUpsell;

/// <summary>
/// A per-subscription lock kept in the ledger: one plan change or recovery of a subscription at a time, across all
/// nodes.
/// </summary>
/// <remarks>Nobody unlocks. The lock is free once the charge of its holder has reached a final state.</remarks>
public sealed record SubscriptionLock
{
    /// <summary>Test or live.</summary>
    public required DodoEnvironment Environment { get; init; }

    /// <summary>Gets the subscription.</summary>
    public required string SubscriptionId { get; init; }

    /// <summary>Gets the charge key that holds the lock, or held it last.</summary>
    public required ChargeKey Holder { get; init; }

    /// <summary>Gets the end of the billing period of a partly paid upgrade, in UTC; null if there is none.</summary>
    public DateTimeOffset? PartlyPaidUntil { get; init; }

    /// <summary>Gets when it was locked, in UTC.</summary>
    public required DateTimeOffset LockedAt { get; init; }

    /// <summary>Counts the changes; a change is made only to the version before.</summary>
    public int Version { get; init; }
}
