namespace DodoUpsell;

/// <summary>
/// Keeps claims, attempts and outcomes of charge keys. A durable ledger is what makes one key one charge across crashes
/// and servers.
/// </summary>
/// <remarks>
/// Each method is one atomic step: an insert that a unique key decides, or a change that applies to one version only.
/// An implementation never reads first to write later. A ledger belongs to one account. Test and live records are kept
/// apart: a record is identified by its environment and its key.
/// </remarks>
public interface IChargeLedger
{
    /// <summary>Gets the facts about settled charges that are still to be told, and those that were.</summary>
    IChargeSettlementStore Settlements { get; }

    /// <summary>Adds the record, unless its key is taken in its environment.</summary>
    /// <returns>The record added, or the one that is there.</returns>
    Task<ChargeClaim> ClaimAsync(ChargeRecord claim, CancellationToken cancellationToken = default);

    /// <summary>
    /// Replaces a record if the kept one has the version before, <see cref="ChargeRecord.Version"/> − 1, and records a
    /// settlement in the same step.
    /// </summary>
    /// <param name="changed">The record as it becomes.</param>
    /// <param name="settlement">What is to be told about it; null for nothing. It is kept if, and only if, the record
    /// is replaced; one whose id is there already is not kept twice.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Whether it was replaced. If not, another caller changed it first.</returns>
    Task<bool> TryUpdateAsync(
        ChargeRecord changed,
        ChargeSettlement? settlement = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Returns the record of a key, or null if there is none.</summary>
    Task<ChargeRecord?> FindAsync(
        DodoEnvironment environment,
        ChargeKey key,
        CancellationToken cancellationToken = default
    );

    /// <summary>Returns the record whose newest attempt has this id, or null if there is none.</summary>
    Task<ChargeRecord?> FindByAttemptAsync(
        DodoEnvironment environment,
        string attemptId,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Leases records whose <see cref="ChargeRecord.NextCheckAt"/> has come, by setting it to <paramref name="until"/>.
    /// No other caller gets them before.
    /// </summary>
    /// <param name="environment">Test or live.</param>
    /// <param name="now">The time, in UTC.</param>
    /// <param name="until">When they may be leased again, should the caller vanish; later than
    /// <paramref name="now"/>.</param>
    /// <param name="maxCount">The maximum number of records.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<IReadOnlyList<ChargeRecord>> LeaseDueAsync(
        DodoEnvironment environment,
        DateTimeOffset now,
        DateTimeOffset until,
        int maxCount,
        CancellationToken cancellationToken = default
    );

    /// <summary>Lists records in a state, the oldest first.</summary>
    Task<IReadOnlyList<ChargeRecord>> ListAsync(
        DodoEnvironment environment,
        ChargeState state,
        int maxCount = 100,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Removes records that were settled before a moment. Their keys can be charged again, so keep them as long as a
    /// repeat may come.
    /// </summary>
    /// <remarks>
    /// Open records stay. Subscription locks stay as well: there is one small row for each subscription, and it
    /// remembers partly paid periods.
    /// </remarks>
    /// <returns>How many were removed.</returns>
    Task<int> PruneAsync(
        DodoEnvironment environment,
        DateTimeOffset settledBefore,
        CancellationToken cancellationToken = default
    );

    /// <summary>Returns the lock of a subscription, or null if it was never locked.</summary>
    Task<SubscriptionLock?> FindLockAsync(
        DodoEnvironment environment,
        string subscriptionId,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Adds a lock with version 0, or replaces one if the kept one has the version before,
    /// <see cref="SubscriptionLock.Version"/> − 1.
    /// </summary>
    /// <returns>Whether it was written. If not, another caller changed it first.</returns>
    Task<bool> TryLockAsync(SubscriptionLock changed, CancellationToken cancellationToken = default);
}

/// <summary>The answer to a claim.</summary>
/// <param name="Granted">Whether the key was free.</param>
/// <param name="Record">The record that is kept for the key now.</param>
public sealed record ChargeClaim(bool Granted, ChargeRecord Record);
