namespace DodoUpsell.EntityFrameworkCore.Locks;

/// <summary>A row of <c>dodo_subscription_locks</c>: the lock of one subscription. Times are in UTC.</summary>
internal sealed class LockRow
{
    public required string Account { get; init; }

    public required DodoEnvironment Environment { get; init; }

    public required string SubscriptionId { get; init; }

    /// <summary>
    /// Gets the id of the last write of the row. A write that is repeated because its result was lost recognises itself
    /// by it.
    /// </summary>
    public required Guid WriteId { get; init; }

    public required string Holder { get; init; }

    public DateTime? PartlyPaidUntil { get; init; }

    public DateTime LockedAt { get; init; }

    public int Version { get; init; }

    public static LockRow Of(string account, SubscriptionLock held) =>
        new()
        {
            Account = account,
            Environment = held.Environment,
            SubscriptionId = held.SubscriptionId,
            WriteId = Guid.NewGuid(),
            Holder = held.Holder.Value,
            PartlyPaidUntil = Contexts.StoredTime.Of(held.PartlyPaidUntil),
            LockedAt = Contexts.StoredTime.Of(held.LockedAt),
            Version = held.Version,
        };

    public SubscriptionLock ToLock() =>
        new()
        {
            Environment = Environment,
            SubscriptionId = SubscriptionId,
            Holder = new ChargeKey(Holder),
            PartlyPaidUntil = Contexts.StoredTime.Read(PartlyPaidUntil),
            LockedAt = Contexts.StoredTime.Read(LockedAt),
            Version = Version,
        };
}
