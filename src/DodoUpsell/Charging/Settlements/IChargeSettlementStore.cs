using DodoUpsell.Webhooks;

namespace DodoUpsell;

/// <summary>
/// Where settlements wait to be told. Each is kept until every handler has succeeded, or until it is parked.
/// </summary>
/// <remarks>
/// Each method is one atomic step, whoever else works on the same settlements, in this process or another: a unique id
/// when adding, and the lease's token compared when an attempt ends. All times are given; a store asks no clock.
/// </remarks>
public interface IChargeSettlementStore
{
    /// <summary>
    /// Adds a settlement that comes without a change of its charge, such as a refund, unless its id is there already.
    /// </summary>
    /// <returns>Whether it was added.</returns>
    Task<bool> AddAsync(ChargeSettlement settlement, CancellationToken cancellationToken = default);

    /// <summary>
    /// Leases settlements that are due, or whose lease has ended, the earliest due first. Never two of one charge key
    /// at a time.
    /// </summary>
    /// <param name="environment">Test or live.</param>
    /// <param name="now">The time, in UTC.</param>
    /// <param name="until">When others may lease them again.</param>
    /// <param name="maxCount">The maximum number of settlements.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The settlements, each with a lease token of its own and its attempt counted.</returns>
    Task<IReadOnlyList<SettlementDelivery>> LeaseDueAsync(
        DodoEnvironment environment,
        DateTimeOffset now,
        DateTimeOffset until,
        int maxCount,
        CancellationToken cancellationToken = default
    );

    /// <summary>Extends a lease.</summary>
    /// <returns>False if another worker has the lease by now.</returns>
    Task<bool> ExtendAsync(
        DodoEnvironment environment,
        string id,
        Guid leaseToken,
        DateTimeOffset until,
        CancellationToken cancellationToken = default
    );

    /// <summary>Records that every handler succeeded, and ends the lease.</summary>
    /// <returns>False if another worker has the lease by now; then nothing changes.</returns>
    Task<bool> CompleteAsync(
        DodoEnvironment environment,
        string id,
        Guid leaseToken,
        DateTimeOffset now,
        CancellationToken cancellationToken = default
    );

    /// <summary>Records a failed attempt and when the next one is due, and ends the lease.</summary>
    /// <returns>False if another worker has the lease by now; then nothing changes.</returns>
    Task<bool> RetryAsync(
        DodoEnvironment environment,
        string id,
        Guid leaseToken,
        DateTimeOffset dueAt,
        string failure,
        CancellationToken cancellationToken = default
    );

    /// <summary>Records that the last attempt failed, and ends the lease.</summary>
    /// <returns>False if another worker has the lease by now; then nothing changes.</returns>
    Task<bool> ParkAsync(
        DodoEnvironment environment,
        string id,
        Guid leaseToken,
        DateTimeOffset now,
        string failure,
        CancellationToken cancellationToken = default
    );

    /// <summary>Gives a settlement back as if the attempt had never begun.</summary>
    /// <returns>False if another worker has the lease by now; then nothing changes.</returns>
    Task<bool> ReleaseAsync(
        DodoEnvironment environment,
        string id,
        Guid leaseToken,
        CancellationToken cancellationToken = default
    );

    /// <summary>Makes a settlement due now with all its attempts before it, unless it is being handled.</summary>
    /// <returns>False if it is not there, or its lease has not ended.</returns>
    Task<bool> ReplayAsync(
        DodoEnvironment environment,
        string id,
        DateTimeOffset now,
        CancellationToken cancellationToken = default
    );

    /// <summary>Returns one settlement by its id, or null if there is none.</summary>
    Task<SettlementDelivery?> FindAsync(
        DodoEnvironment environment,
        string id,
        CancellationToken cancellationToken = default
    );

    /// <summary>Lists the settlements in one state, by <see cref="ChargeSettlement.OccurredAt"/>, then by id.</summary>
    /// <param name="environment">Test or live.</param>
    /// <param name="state">The state.</param>
    /// <param name="maxCount">The maximum number of settlements.</param>
    /// <param name="after">The last settlement of the page before; null for the first page.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<IReadOnlyList<SettlementDelivery>> ListAsync(
        DodoEnvironment environment,
        InboxState state,
        int maxCount = 100,
        SettlementDelivery? after = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Returns the earliest time at which a lease could be taken, or null if nothing is left to tell.
    /// </summary>
    Task<DateTimeOffset?> FindNextDueAsync(
        DodoEnvironment environment,
        DateTimeOffset now,
        CancellationToken cancellationToken = default
    );

    /// <summary>Deletes settlements that were completed or parked before these times.</summary>
    /// <returns>How many were deleted.</returns>
    Task<int> PruneAsync(
        DodoEnvironment environment,
        DateTimeOffset completedBefore,
        DateTimeOffset parkedBefore,
        CancellationToken cancellationToken = default
    );
}

/// <summary>A settlement and how far telling it has come. Times are UTC.</summary>
public sealed record SettlementDelivery
{
    /// <summary>Gets what is told.</summary>
    public required ChargeSettlement Settlement { get; init; }

    /// <summary>Gets how far it has come.</summary>
    public InboxState State { get; init; }

    /// <summary>Gets how many attempts were begun.</summary>
    public int Attempts { get; init; }

    /// <summary>Gets when the next attempt is due.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Gets the running lease's token; null without one.</summary>
    public Guid? LeaseToken { get; init; }

    /// <summary>Gets when the running lease ends; null without one.</summary>
    public DateTimeOffset? LeasedUntil { get; init; }

    /// <summary>Gets why the last attempt failed; null if none did.</summary>
    public string? LastError { get; init; }

    /// <summary>Gets when it was completed or parked; null before.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>The settlement's id and the state only.</summary>
    public override string ToString() => $"{nameof(SettlementDelivery)} ({State}, {Settlement.Id})";
}
