using DodoUpsell.Webhooks;

namespace DodoUpsell.Chaos;

/// <summary>The settlement store of a process that may die before and after each call.</summary>
internal sealed class MortalSettlementStore(IChargeSettlementStore inner, Life life) : IChargeSettlementStore
{
    public Task<bool> AddAsync(ChargeSettlement settlement, CancellationToken cancellationToken = default) =>
        Live(() => inner.AddAsync(settlement, cancellationToken));

    public Task<IReadOnlyList<SettlementDelivery>> LeaseDueAsync(
        DodoEnvironment environment,
        DateTimeOffset now,
        DateTimeOffset until,
        int maxCount,
        CancellationToken cancellationToken = default
    ) => Live(() => inner.LeaseDueAsync(environment, now, until, maxCount, cancellationToken));

    public Task<bool> ExtendAsync(
        DodoEnvironment environment,
        string id,
        Guid leaseToken,
        DateTimeOffset until,
        CancellationToken cancellationToken = default
    ) => Live(() => inner.ExtendAsync(environment, id, leaseToken, until, cancellationToken));

    public Task<bool> CompleteAsync(
        DodoEnvironment environment,
        string id,
        Guid leaseToken,
        DateTimeOffset now,
        CancellationToken cancellationToken = default
    ) => Live(() => inner.CompleteAsync(environment, id, leaseToken, now, cancellationToken));

    public Task<bool> RetryAsync(
        DodoEnvironment environment,
        string id,
        Guid leaseToken,
        DateTimeOffset dueAt,
        string failure,
        CancellationToken cancellationToken = default
    ) => Live(() => inner.RetryAsync(environment, id, leaseToken, Chance.Out(dueAt), failure, cancellationToken));

    public Task<bool> ParkAsync(
        DodoEnvironment environment,
        string id,
        Guid leaseToken,
        DateTimeOffset now,
        string failure,
        CancellationToken cancellationToken = default
    ) => Live(() => inner.ParkAsync(environment, id, leaseToken, now, failure, cancellationToken));

    public Task<bool> ReleaseAsync(
        DodoEnvironment environment,
        string id,
        Guid leaseToken,
        CancellationToken cancellationToken = default
    ) => Live(() => inner.ReleaseAsync(environment, id, leaseToken, cancellationToken));

    public Task<bool> ReplayAsync(
        DodoEnvironment environment,
        string id,
        DateTimeOffset now,
        CancellationToken cancellationToken = default
    ) => Live(() => inner.ReplayAsync(environment, id, now, cancellationToken));

    public Task<SettlementDelivery?> FindAsync(
        DodoEnvironment environment,
        string id,
        CancellationToken cancellationToken = default
    ) => Live(() => inner.FindAsync(environment, id, cancellationToken));

    public Task<IReadOnlyList<SettlementDelivery>> ListAsync(
        DodoEnvironment environment,
        InboxState state,
        int maxCount = 100,
        SettlementDelivery? after = null,
        CancellationToken cancellationToken = default
    ) => Live(() => inner.ListAsync(environment, state, maxCount, after, cancellationToken));

    public Task<IReadOnlyList<SettlementDelivery>> ListOfChargeAsync(
        DodoEnvironment environment,
        ChargeKey key,
        CancellationToken cancellationToken = default
    ) => Live(() => inner.ListOfChargeAsync(environment, key, cancellationToken));

    public Task<DateTimeOffset?> FindNextDueAsync(
        DodoEnvironment environment,
        DateTimeOffset now,
        CancellationToken cancellationToken = default
    ) => Live(() => inner.FindNextDueAsync(environment, now, cancellationToken));

    public Task<int> PruneAsync(
        DodoEnvironment environment,
        DateTimeOffset completedBefore,
        DateTimeOffset parkedBefore,
        CancellationToken cancellationToken = default
    ) => Live(() => inner.PruneAsync(environment, completedBefore, parkedBefore, cancellationToken));

    private async Task<T> Live<T>(Func<Task<T>> call)
    {
        await life.StepAsync().ConfigureAwait(false);
        var result = await call().ConfigureAwait(false);
        await life.StepAsync().ConfigureAwait(false);
        return result;
    }
}
