namespace DodoUpsell.Tests.Support;

/// <summary>Passes everything on to a ledger in memory; tests override the step that they disturb.</summary>
internal abstract class LedgerDecorator : IChargeLedger
{
    protected InMemoryChargeLedger Inner { get; } = new();

    public IChargeSettlementStore Settlements => Inner.Settlements;

    public virtual Task<ChargeClaim> ClaimAsync(ChargeRecord claim, CancellationToken cancellationToken = default) =>
        Inner.ClaimAsync(claim, cancellationToken);

    public virtual Task<bool> TryUpdateAsync(
        ChargeRecord changed,
        ChargeSettlement? settlement = null,
        CancellationToken cancellationToken = default
    ) => Inner.TryUpdateAsync(changed, settlement, cancellationToken);

    public virtual Task<ChargeRecord?> FindAsync(
        DodoEnvironment environment,
        ChargeKey key,
        CancellationToken cancellationToken = default
    ) => Inner.FindAsync(environment, key, cancellationToken);

    public Task<ChargeRecord?> FindByAttemptAsync(
        DodoEnvironment environment,
        string attemptId,
        CancellationToken cancellationToken = default
    ) => Inner.FindByAttemptAsync(environment, attemptId, cancellationToken);

    public virtual Task<IReadOnlyList<ChargeRecord>> LeaseDueAsync(
        DodoEnvironment environment,
        DateTimeOffset now,
        DateTimeOffset until,
        int maxCount,
        CancellationToken cancellationToken = default
    ) => Inner.LeaseDueAsync(environment, now, until, maxCount, cancellationToken);

    public Task<IReadOnlyList<ChargeRecord>> ListAsync(
        DodoEnvironment environment,
        ChargeState state,
        int maxCount = 100,
        CancellationToken cancellationToken = default
    ) => Inner.ListAsync(environment, state, maxCount, cancellationToken);

    public Task<IReadOnlyList<ChargeRecord>> ListAsync(
        DodoEnvironment environment,
        ChargeQuery query,
        CancellationToken cancellationToken = default
    ) => Inner.ListAsync(environment, query, cancellationToken);

    public Task<int> PruneAsync(
        DodoEnvironment environment,
        DateTimeOffset settledBefore,
        CancellationToken cancellationToken = default
    ) => Inner.PruneAsync(environment, settledBefore, cancellationToken);

    public Task<SubscriptionLock?> FindLockAsync(
        DodoEnvironment environment,
        string subscriptionId,
        CancellationToken cancellationToken = default
    ) => Inner.FindLockAsync(environment, subscriptionId, cancellationToken);

    public virtual Task<bool> TryLockAsync(SubscriptionLock changed, CancellationToken cancellationToken = default) =>
        Inner.TryLockAsync(changed, cancellationToken);
}
