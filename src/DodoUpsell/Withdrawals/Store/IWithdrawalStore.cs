namespace DodoUpsell;

/// <summary>Stores withdrawals for one account.</summary>
/// <remarks>
/// Each method is one atomic step: an insert that a unique key decides, or an update that applies to one version only.
/// An implementation must not read first and write later. Test and live records are kept apart.
/// </remarks>
public interface IWithdrawalStore
{
    /// <summary>Adds a withdrawal, unless its id is taken.</summary>
    /// <returns>True if it was added.</returns>
    Task<bool> AddAsync(WithdrawalRecord withdrawal, CancellationToken cancellationToken = default);

    /// <summary>
    /// Replaces a withdrawal if the stored version is <see cref="WithdrawalRecord.Version"/> − 1 and no other withdrawal
    /// has its slot.
    /// </summary>
    /// <returns>True if it was replaced; false if another caller changed it first or its slot is taken.</returns>
    Task<bool> TryUpdateAsync(WithdrawalRecord changed, CancellationToken cancellationToken = default);

    /// <summary>Returns a withdrawal, or null if there is none.</summary>
    Task<WithdrawalRecord?> FindAsync(
        DodoEnvironment environment,
        string id,
        CancellationToken cancellationToken = default
    );

    /// <summary>Returns the confirmed withdrawal from a contract, or null if there is none.</summary>
    Task<WithdrawalRecord?> FindByContractAsync(
        DodoEnvironment environment,
        string contractId,
        CancellationToken cancellationToken = default
    );

    /// <summary>Lists the withdrawals of a customer, the newest first.</summary>
    Task<IReadOnlyList<WithdrawalRecord>> ListAsync(
        DodoEnvironment environment,
        string customerId,
        CancellationToken cancellationToken = default
    );

    /// <summary>Lists the withdrawals in a state, the oldest first.</summary>
    /// <param name="environment">The environment (test or live).</param>
    /// <param name="state">The state.</param>
    /// <param name="maxCount">The maximum number of withdrawals.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    Task<IReadOnlyList<WithdrawalRecord>> ListAsync(
        DodoEnvironment environment,
        WithdrawalState state,
        int maxCount,
        CancellationToken cancellationToken = default
    );

    /// <summary>Lists the withdrawals that are due, the longest overdue first.</summary>
    /// <param name="environment">The environment (test or live).</param>
    /// <param name="now">The current time.</param>
    /// <param name="maxCount">The maximum number of withdrawals.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    Task<IReadOnlyList<WithdrawalRecord>> ListDueAsync(
        DodoEnvironment environment,
        DateTimeOffset now,
        int maxCount,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Removes the withdrawals of a customer that were not confirmed, and erases the statement and the acknowledgement of
    /// those with nothing left to do.
    /// </summary>
    /// <remarks>
    /// A withdrawal that is due at some time is kept. The version of an erased withdrawal increases by one.
    /// </remarks>
    /// <returns>The number of removed and erased withdrawals.</returns>
    Task<int> EraseAsync(
        DodoEnvironment environment,
        string customerId,
        DateTimeOffset now,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Removes the withdrawals that were stated before a time and not confirmed, and those that were completed before
    /// another time.
    /// </summary>
    /// <returns>The number of removed withdrawals.</returns>
    Task<int> PruneAsync(
        DodoEnvironment environment,
        DateTimeOffset statedBefore,
        DateTimeOffset endedBefore,
        CancellationToken cancellationToken = default
    );
}
