using DodoUpsell.EntityFrameworkCore.Contexts;
using DodoUpsell.EntityFrameworkCore.Leases;
using DodoUpsell.Webhooks;

namespace DodoUpsell.EntityFrameworkCore.Settlements;

/// <summary>Stores the settlements of a ledger in a relational database.</summary>
internal sealed class EntityFrameworkSettlementStore(ContextSource contexts, string account) : IChargeSettlementStore
{
    public Task<bool> AddAsync(ChargeSettlement settlement, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settlement);
        return WriteAsync(
            settlement.Charge.Environment,
            settlements => settlements.InsertAsync(settlement, cancellationToken),
            cancellationToken
        );
    }

    public Task<IReadOnlyList<SettlementDelivery>> LeaseDueAsync(
        DodoEnvironment environment,
        DateTimeOffset now,
        DateTimeOffset until,
        int maxCount,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxCount);
        return RunAsync(
            environment,
            settlements =>
                settlements.LeaseDueAsync(StoredTime.Of(now), StoredTime.Of(until), maxCount, cancellationToken),
            cancellationToken
        );
    }

    public Task<bool> ExtendAsync(
        DodoEnvironment environment,
        string id,
        Guid leaseToken,
        DateTimeOffset until,
        CancellationToken cancellationToken = default
    ) =>
        WriteAsync(
            environment,
            settlements => settlements.Leases.ExtendAsync(id, leaseToken, StoredTime.Of(until), cancellationToken),
            cancellationToken
        );

    public Task<bool> CompleteAsync(
        DodoEnvironment environment,
        string id,
        Guid leaseToken,
        DateTimeOffset now,
        CancellationToken cancellationToken = default
    ) =>
        EndAsync(
            environment,
            id,
            leaseToken,
            new LeaseEnd(InboxState.Completed) { FinishedAt = StoredTime.Of(now) },
            cancellationToken
        );

    public Task<bool> RetryAsync(
        DodoEnvironment environment,
        string id,
        Guid leaseToken,
        DateTimeOffset dueAt,
        string failure,
        CancellationToken cancellationToken = default
    ) =>
        EndAsync(
            environment,
            id,
            leaseToken,
            new LeaseEnd(InboxState.Waiting) { DueAt = StoredTime.Of(dueAt), Error = StoredText.Of(failure) },
            cancellationToken
        );

    public Task<bool> ParkAsync(
        DodoEnvironment environment,
        string id,
        Guid leaseToken,
        DateTimeOffset now,
        string failure,
        CancellationToken cancellationToken = default
    ) =>
        EndAsync(
            environment,
            id,
            leaseToken,
            new LeaseEnd(InboxState.Parked) { FinishedAt = StoredTime.Of(now), Error = StoredText.Of(failure) },
            cancellationToken
        );

    public Task<bool> ReleaseAsync(
        DodoEnvironment environment,
        string id,
        Guid leaseToken,
        CancellationToken cancellationToken = default
    ) => EndAsync(environment, id, leaseToken, new LeaseEnd(InboxState.Waiting) { Uncounted = 1 }, cancellationToken);

    public Task<bool> ReplayAsync(
        DodoEnvironment environment,
        string id,
        DateTimeOffset now,
        CancellationToken cancellationToken = default
    ) =>
        WriteAsync(
            environment,
            settlements => settlements.Leases.ReplayAsync(id, StoredTime.Of(now), cancellationToken),
            cancellationToken
        );

    public Task<SettlementDelivery?> FindAsync(
        DodoEnvironment environment,
        string id,
        CancellationToken cancellationToken = default
    ) => RunAsync(environment, settlements => settlements.FindAsync(id, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<SettlementDelivery>> ListAsync(
        DodoEnvironment environment,
        InboxState state,
        int maxCount = 100,
        SettlementDelivery? after = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxCount);
        return RunAsync(
            environment,
            settlements => settlements.ListAsync(state, maxCount, after, cancellationToken),
            cancellationToken
        );
    }

    public Task<IReadOnlyList<SettlementDelivery>> ListOfChargeAsync(
        DodoEnvironment environment,
        ChargeKey key,
        CancellationToken cancellationToken = default
    ) => RunAsync(environment, settlements => settlements.ListOfChargeAsync(key, cancellationToken), cancellationToken);

    public Task<DateTimeOffset?> FindNextDueAsync(
        DodoEnvironment environment,
        DateTimeOffset now,
        CancellationToken cancellationToken = default
    ) =>
        RunAsync(
            environment,
            settlements => settlements.Leases.FindNextDueAsync(StoredTime.Of(now), cancellationToken),
            cancellationToken
        );

    public Task<int> PruneAsync(
        DodoEnvironment environment,
        DateTimeOffset completedBefore,
        DateTimeOffset parkedBefore,
        CancellationToken cancellationToken = default
    ) =>
        RunAsync(
            environment,
            settlements =>
                settlements.PruneAsync(StoredTime.Of(completedBefore), StoredTime.Of(parkedBefore), cancellationToken),
            cancellationToken
        );

    private Task<bool> EndAsync(
        DodoEnvironment environment,
        string id,
        Guid leaseToken,
        LeaseEnd end,
        CancellationToken cancellationToken
    ) =>
        WriteAsync(
            environment,
            settlements => settlements.Leases.EndAsync(id, leaseToken, end, cancellationToken),
            cancellationToken
        );

    private Task<T> RunAsync<T>(
        DodoEnvironment environment,
        Func<SettlementStatements, Task<T>> operation,
        CancellationToken cancellationToken
    ) =>
        contexts.RunAsync(
            context => operation(new SettlementStatements(context, account, environment, contexts.Keys)),
            cancellationToken
        );

    private Task<T> WriteAsync<T>(
        DodoEnvironment environment,
        Func<SettlementStatements, Task<T>> operation,
        CancellationToken cancellationToken
    ) =>
        contexts.WriteAsync(
            context => operation(new SettlementStatements(context, account, environment, contexts.Keys)),
            cancellationToken
        );
}
