using DodoUpsell.Webhooks;

namespace DodoUpsell;

/// <summary>Stores settlements for delivery. Each is kept until every handler has succeeded or it is parked.</summary>
/// <remarks>
/// Each method is one atomic step, also when other workers in this or another process use the same settlements: adding
/// is decided by a unique id, and ending an attempt by comparing the lease token. All times are arguments; a store does
/// not use a clock.
/// </remarks>
public interface IChargeSettlementStore
{
    /// <summary>
    /// Adds a settlement that does not belong to a change of its charge, such as a refund, unless its id already
    /// exists.
    /// </summary>
    /// <returns>True if it was added.</returns>
    Task<bool> AddAsync(ChargeSettlement settlement, CancellationToken cancellationToken = default);

    /// <summary>
    /// Leases settlements that are due or whose lease has expired, the earliest due first. At most one settlement of
    /// each charge key is leased at a time.
    /// </summary>
    /// <param name="environment">The environment (test or live).</param>
    /// <param name="now">The current time, in UTC.</param>
    /// <param name="until">The time at which the leases expire.</param>
    /// <param name="maxCount">The maximum number of settlements to lease.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The leased settlements, each with its own lease token and with this attempt counted.</returns>
    Task<IReadOnlyList<SettlementDelivery>> LeaseDueAsync(
        DodoEnvironment environment,
        DateTimeOffset now,
        DateTimeOffset until,
        int maxCount,
        CancellationToken cancellationToken = default
    );

    /// <summary>Extends a lease.</summary>
    /// <returns>False if another worker holds the lease.</returns>
    Task<bool> ExtendAsync(
        DodoEnvironment environment,
        string id,
        Guid leaseToken,
        DateTimeOffset until,
        CancellationToken cancellationToken = default
    );

    /// <summary>Records that all handlers succeeded, and ends the lease.</summary>
    /// <returns>False if another worker holds the lease; nothing changes then.</returns>
    Task<bool> CompleteAsync(
        DodoEnvironment environment,
        string id,
        Guid leaseToken,
        DateTimeOffset now,
        CancellationToken cancellationToken = default
    );

    /// <summary>Records a failed attempt and the time of the next one, and ends the lease.</summary>
    /// <returns>False if another worker holds the lease; nothing changes then.</returns>
    Task<bool> RetryAsync(
        DodoEnvironment environment,
        string id,
        Guid leaseToken,
        DateTimeOffset dueAt,
        string failure,
        CancellationToken cancellationToken = default
    );

    /// <summary>Records that the last attempt failed, and ends the lease.</summary>
    /// <returns>False if another worker holds the lease; nothing changes then.</returns>
    Task<bool> ParkAsync(
        DodoEnvironment environment,
        string id,
        Guid leaseToken,
        DateTimeOffset now,
        string failure,
        CancellationToken cancellationToken = default
    );

    /// <summary>Releases a settlement without counting the attempt.</summary>
    /// <returns>False if another worker holds the lease; nothing changes then.</returns>
    Task<bool> ReleaseAsync(
        DodoEnvironment environment,
        string id,
        Guid leaseToken,
        CancellationToken cancellationToken = default
    );

    /// <summary>Makes a settlement due now with all its attempts available again, unless it is being handled.</summary>
    /// <returns>False if it does not exist, or its lease has not expired.</returns>
    Task<bool> ReplayAsync(
        DodoEnvironment environment,
        string id,
        DateTimeOffset now,
        CancellationToken cancellationToken = default
    );

    /// <summary>Returns a settlement by its id, or null if there is none.</summary>
    Task<SettlementDelivery?> FindAsync(
        DodoEnvironment environment,
        string id,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Lists the settlements in a state, ordered by <see cref="ChargeSettlement.OccurredAt"/>, then by id.
    /// </summary>
    /// <param name="environment">The environment (test or live).</param>
    /// <param name="state">The state.</param>
    /// <param name="maxCount">The maximum number of settlements to return.</param>
    /// <param name="after">The last settlement of the previous page, or null for the first page.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    Task<IReadOnlyList<SettlementDelivery>> ListAsync(
        DodoEnvironment environment,
        InboxState state,
        int maxCount = 100,
        SettlementDelivery? after = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Lists the settlements of one charge in any state, ordered by <see cref="ChargeSettlement.OccurredAt"/>, then by id.
    /// </summary>
    Task<IReadOnlyList<SettlementDelivery>> ListOfChargeAsync(
        DodoEnvironment environment,
        ChargeKey key,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Returns the earliest time at which a settlement can be leased, or null if there is nothing to deliver.
    /// </summary>
    Task<DateTimeOffset?> FindNextDueAsync(
        DodoEnvironment environment,
        DateTimeOffset now,
        CancellationToken cancellationToken = default
    );

    /// <summary>Deletes settlements that were completed or parked before the given times.</summary>
    /// <returns>The number of deleted settlements.</returns>
    Task<int> PruneAsync(
        DodoEnvironment environment,
        DateTimeOffset completedBefore,
        DateTimeOffset parkedBefore,
        CancellationToken cancellationToken = default
    );
}

/// <summary>Represents a settlement and the state of its delivery. Times are in UTC.</summary>
public sealed record SettlementDelivery
{
    /// <summary>Gets the settlement.</summary>
    public required ChargeSettlement Settlement { get; init; }

    /// <summary>Gets the state of the delivery.</summary>
    public InboxState State { get; init; }

    /// <summary>Gets the number of attempts that were started.</summary>
    public int Attempts { get; init; }

    /// <summary>Gets the time at which the next attempt is due.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Gets the token of the current lease, or null if there is none.</summary>
    public Guid? LeaseToken { get; init; }

    /// <summary>Gets the time at which the current lease expires, or null if there is none.</summary>
    public DateTimeOffset? LeasedUntil { get; init; }

    /// <summary>Gets the error of the last failed attempt, or null if none failed.</summary>
    public string? LastError { get; init; }

    /// <summary>Gets the time at which the delivery was completed or parked, or null if it is neither.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Returns the settlement's id and the state only.</summary>
    public override string ToString() => $"{nameof(SettlementDelivery)} ({State}, {Settlement.Id})";
}
