namespace DodoUpsell.EntityFrameworkCore.Locks;

/// <summary>The lock of one subscription, as a row of <c>dodo_subscription_locks</c>. Times are UTC.</summary>
internal sealed class LockRow
{
    public required string Account { get; init; }

    public required DodoEnvironment Environment { get; init; }

    public required string SubscriptionId { get; init; }

    /// <summary>
    /// Names the write that left the row as it is, so that a write whose answer was lost recognises itself.
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
