using DodoUpsell.EntityFrameworkCore.Charging;
using DodoUpsell.EntityFrameworkCore.Contexts;
using DodoUpsell.EntityFrameworkCore.Locks;
using DodoUpsell.EntityFrameworkCore.Settlements;
using Microsoft.EntityFrameworkCore;

namespace DodoUpsell;

/// <summary>A durable charge ledger in a relational database, using EF Core. Several nodes can share it.</summary>
/// <remarks>
/// A claim is an insert that succeeds only if the primary key is unused. A change is one update that requires the
/// previous version, committed in the same transaction as its settlement if it has one. Each call uses its own context,
/// does not take part in the caller's transaction, and works with the execution strategy of the context.
/// </remarks>
public sealed class EntityFrameworkChargeLedger : IChargeLedger
{
    private readonly ContextSource _contexts;
    private readonly string _account;

    internal EntityFrameworkChargeLedger(ContextSource contexts, string account)
    {
        (_contexts, _account) = (contexts, AccountName.Require(account));
        Settlements = new EntityFrameworkSettlementStore(contexts, account);
    }

    /// <summary>Creates a ledger without dependency injection.</summary>
    /// <param name="contexts">The factory of contexts whose model calls <c>UseDodoUpsells()</c>.</param>
    /// <param name="account">The name of the account, if several accounts share the tables; otherwise an empty string.
    /// At most 100 characters.</param>
    /// <exception cref="ArgumentException">The name of the account is too long.</exception>
    public static EntityFrameworkChargeLedger Create<TContext>(
        IDbContextFactory<TContext> contexts,
        string account = ""
    )
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(contexts);
        ArgumentNullException.ThrowIfNull(account);
        return new EntityFrameworkChargeLedger(ContextSource.From(contexts), account);
    }

    /// <inheritdoc/>
    public IChargeSettlementStore Settlements { get; }

    /// <inheritdoc/>
    public Task<ChargeClaim> ClaimAsync(ChargeRecord claim, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return WriteAsync(
            claim.Environment,
            charges => charges.InsertAsync(claim, cancellationToken),
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<bool> TryUpdateAsync(
        ChargeRecord changed,
        ChargeSettlement? settlement = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(changed);
        if (
            settlement is { Charge: var charge }
            && (charge.Environment != changed.Environment || charge.Key != changed.Key)
        )
        {
            throw new ArgumentException(
                "The settlement belongs to a different charge than the changed record.",
                nameof(settlement)
            );
        }

        return WriteAsync(
            changed.Environment,
            charges => charges.UpdateAsync(changed, settlement, cancellationToken),
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<ChargeRecord?> FindAsync(
        DodoEnvironment environment,
        ChargeKey key,
        CancellationToken cancellationToken = default
    ) => RunAsync(environment, charges => charges.FindAsync(key, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<ChargeRecord?> FindByAttemptAsync(
        DodoEnvironment environment,
        string attemptId,
        CancellationToken cancellationToken = default
    ) => RunAsync(environment, charges => charges.FindByAttemptAsync(attemptId, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ChargeRecord>> LeaseDueAsync(
        DodoEnvironment environment,
        DateTimeOffset now,
        DateTimeOffset until,
        int maxCount,
        CancellationToken cancellationToken = default
    ) =>
        RunAsync(
            environment,
            charges => charges.LeaseDueAsync(StoredTime.Of(now), StoredTime.Of(until), maxCount, cancellationToken),
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<IReadOnlyList<ChargeRecord>> ListAsync(
        DodoEnvironment environment,
        ChargeState state,
        int maxCount = 100,
        CancellationToken cancellationToken = default
    ) => RunAsync(environment, charges => charges.ListAsync(state, maxCount, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ChargeRecord>> ListAsync(
        DodoEnvironment environment,
        ChargeQuery query,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(query.MaxCount);
        return RunAsync(environment, charges => charges.ListAsync(query, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<int> PruneAsync(
        DodoEnvironment environment,
        DateTimeOffset settledBefore,
        CancellationToken cancellationToken = default
    ) =>
        RunAsync(
            environment,
            charges => charges.PruneAsync(StoredTime.Of(settledBefore), cancellationToken),
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<SubscriptionLock?> FindLockAsync(
        DodoEnvironment environment,
        string subscriptionId,
        CancellationToken cancellationToken = default
    ) =>
        _contexts.RunAsync(
            context => new LockStatements(context, _account).FindAsync(environment, subscriptionId, cancellationToken),
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<bool> TryLockAsync(SubscriptionLock changed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changed);
        return _contexts.WriteAsync(
            context => new LockStatements(context, _account).TryWriteAsync(changed, cancellationToken),
            cancellationToken
        );
    }

    private Task<T> RunAsync<T>(
        DodoEnvironment environment,
        Func<ChargeStatements, Task<T>> operation,
        CancellationToken cancellationToken
    ) =>
        _contexts.RunAsync(
            context => operation(new ChargeStatements(context, _account, environment, _contexts.Keys)),
            cancellationToken
        );

    private Task<T> WriteAsync<T>(
        DodoEnvironment environment,
        Func<ChargeStatements, Task<T>> operation,
        CancellationToken cancellationToken
    ) =>
        _contexts.WriteAsync(
            context => operation(new ChargeStatements(context, _account, environment, _contexts.Keys)),
            cancellationToken
        );
}
