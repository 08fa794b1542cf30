namespace DodoUpsell.Tests.Withdrawals;

/// <summary>Passes all calls on to a store. What stands between a flow and its store overrides some of them.</summary>
internal abstract class StoreBetween(IWithdrawalStore inner) : IWithdrawalStore
{
    public Task<bool> AddAsync(WithdrawalRecord withdrawal, CancellationToken cancellationToken = default) =>
        inner.AddAsync(withdrawal, cancellationToken);

    public virtual Task<bool> TryUpdateAsync(WithdrawalRecord changed, CancellationToken cancellationToken = default) =>
        inner.TryUpdateAsync(changed, cancellationToken);

    public virtual Task<WithdrawalRecord?> FindAsync(
        DodoEnvironment environment,
        string id,
        CancellationToken cancellationToken = default
    ) => inner.FindAsync(environment, id, cancellationToken);

    public Task<WithdrawalRecord?> FindByContractAsync(
        DodoEnvironment environment,
        string contractId,
        CancellationToken cancellationToken = default
    ) => inner.FindByContractAsync(environment, contractId, cancellationToken);

    public Task<IReadOnlyList<WithdrawalRecord>> ListAsync(
        DodoEnvironment environment,
        string customerId,
        CancellationToken cancellationToken = default
    ) => inner.ListAsync(environment, customerId, cancellationToken);

    public Task<IReadOnlyList<WithdrawalRecord>> ListAsync(
        DodoEnvironment environment,
        WithdrawalState state,
        int maxCount,
        CancellationToken cancellationToken = default
    ) => inner.ListAsync(environment, state, maxCount, cancellationToken);

    public Task<IReadOnlyList<WithdrawalRecord>> ListDueAsync(
        DodoEnvironment environment,
        DateTimeOffset now,
        int maxCount,
        CancellationToken cancellationToken = default
    ) => inner.ListDueAsync(environment, now, maxCount, cancellationToken);

    public Task<int> EraseAsync(
        DodoEnvironment environment,
        string customerId,
        DateTimeOffset now,
        CancellationToken cancellationToken = default
    ) => inner.EraseAsync(environment, customerId, now, cancellationToken);

    public Task<int> PruneAsync(
        DodoEnvironment environment,
        DateTimeOffset statedBefore,
        DateTimeOffset endedBefore,
        CancellationToken cancellationToken = default
    ) => inner.PruneAsync(environment, statedBefore, endedBefore, cancellationToken);
}
