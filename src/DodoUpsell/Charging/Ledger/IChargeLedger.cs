namespace DodoUpsell;

/// <summary>
/// Stores claims, attempts and outcomes of charge keys. A durable ledger guarantees at most one charge for each key
/// across crashes and servers.
/// </summary>
/// <remarks>
/// Each method is one atomic step: an insert that a unique key decides, or an update that applies to one version only.
/// An implementation must not read first and write later. A ledger belongs to one account. Test and live records are
/// kept apart: a record is identified by its environment and its key.
/// </remarks>
public interface IChargeLedger
{
    /// <summary>Gets the store of settlements, both those to be delivered and those already delivered.</summary>
    IChargeSettlementStore Settlements { get; }

    /// <summary>Adds the record, unless its key already exists in its environment.</summary>
    /// <returns>The added record, or the existing one.</returns>
    Task<ChargeClaim> ClaimAsync(ChargeRecord claim, CancellationToken cancellationToken = default);

    /// <summary>
    /// Replaces a record if the stored version is <see cref="ChargeRecord.Version"/> − 1, and adds a settlement in the
    /// same step.
    /// </summary>
    /// <param name="changed">The new record.</param>
    /// <param name="settlement">The settlement of the change, or null if there is none. It is stored only if the record
    /// is replaced. A settlement whose id already exists is not stored again.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>True if the record was replaced; false if another caller changed it first.</returns>
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
    /// Leases the records whose <see cref="ChargeRecord.NextCheckAt"/> has passed, by setting it to
    /// <paramref name="until"/>. No other caller gets them before that time.
    /// </summary>
    /// <param name="environment">The environment (test or live).</param>
    /// <param name="now">The current time, in UTC.</param>
    /// <param name="until">The time at which the records can be leased again if the caller fails. Must be later than
    /// <paramref name="now"/>.</param>
    /// <param name="maxCount">The maximum number of records to lease.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    Task<IReadOnlyList<ChargeRecord>> LeaseDueAsync(
        DodoEnvironment environment,
        DateTimeOffset now,
        DateTimeOffset until,
        int maxCount,
        CancellationToken cancellationToken = default
    );

    /// <summary>Lists the records in a state, the oldest first.</summary>
    Task<IReadOnlyList<ChargeRecord>> ListAsync(
        DodoEnvironment environment,
        ChargeState state,
        int maxCount = 100,
        CancellationToken cancellationToken = default
    );

    /// <summary>Lists one page of the records in a state, by their age.</summary>
    /// <param name="environment">The environment (test or live).</param>
    /// <param name="query">The state, the age and the page.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    Task<IReadOnlyList<ChargeRecord>> ListAsync(
        DodoEnvironment environment,
        ChargeQuery query,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Removes the records that became final before the given time. Their keys can be charged again, so keep records
    /// for as long as a request may be repeated.
    /// </summary>
    /// <remarks>
    /// Records that are not final are kept. Subscription locks are kept as well: there is one small row for each
    /// subscription, and it stores partly paid periods.
    /// </remarks>
    /// <returns>The number of removed records.</returns>
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
    /// Adds a lock with version 0, or replaces a lock if the stored version is <see cref="SubscriptionLock.Version"/> −
    /// 1.
    /// </summary>
    /// <returns>True if the lock was written; false if another caller changed it first.</returns>
    Task<bool> TryLockAsync(SubscriptionLock changed, CancellationToken cancellationToken = default);
}

/// <summary>Represents the result of a claim.</summary>
/// <param name="Granted">Whether the key was free.</param>
/// <param name="Record">The record that is now stored for the key.</param>
public sealed record ChargeClaim(bool Granted, ChargeRecord Record);
