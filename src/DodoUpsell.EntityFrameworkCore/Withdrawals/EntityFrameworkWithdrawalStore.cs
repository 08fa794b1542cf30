using DodoUpsell.EntityFrameworkCore.Contexts;
using DodoUpsell.EntityFrameworkCore.Offers;
using DodoUpsell.EntityFrameworkCore.Withdrawals;
using Microsoft.EntityFrameworkCore;

namespace DodoUpsell;

/// <summary>Stores withdrawals in a relational database, using EF Core. Several nodes can share it.</summary>
/// <remarks>
/// A unique key decides which withdrawal from a contract is confirmed, and an update requires the previous version. Each
/// call uses its own context and does not take part in the caller's transaction. Ids have at most 200 characters.
/// </remarks>
public sealed class EntityFrameworkWithdrawalStore : IWithdrawalStore
{
    private readonly ContextSource _contexts;
    private readonly string _account;

    internal EntityFrameworkWithdrawalStore(ContextSource contexts, string account) =>
        (_contexts, _account) = (contexts, AccountName.Require(account));

    /// <summary>Creates a store without dependency injection.</summary>
    /// <param name="contexts">The factory of contexts whose model calls <c>UseDodoUpsells()</c>.</param>
    /// <param name="account">The name of the account, if several accounts share the tables; otherwise an empty string.
    /// At most 100 characters.</param>
    /// <exception cref="ArgumentException">The name of the account is too long.</exception>
    public static EntityFrameworkWithdrawalStore Create<TContext>(
        IDbContextFactory<TContext> contexts,
        string account = ""
    )
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(contexts);
        ArgumentNullException.ThrowIfNull(account);
        return new EntityFrameworkWithdrawalStore(ContextSource.From(contexts), account);
    }

    /// <inheritdoc/>
    public Task<bool> AddAsync(WithdrawalRecord withdrawal, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(withdrawal);
        return WriteAsync(
            withdrawal.Environment,
            statements => statements.AddAsync(withdrawal, cancellationToken),
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<bool> TryUpdateAsync(WithdrawalRecord changed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changed);
        return WriteAsync(
            changed.Environment,
            statements => statements.TryUpdateAsync(changed, cancellationToken),
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<WithdrawalRecord?> FindAsync(
        DodoEnvironment environment,
        string id,
        CancellationToken cancellationToken = default
    ) => RunAsync(environment, statements => statements.FindAsync(id, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<WithdrawalRecord?> FindByContractAsync(
        DodoEnvironment environment,
        string contractId,
        CancellationToken cancellationToken = default
    ) =>
        RunAsync(
            environment,
            statements => statements.FindByContractAsync(contractId, cancellationToken),
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<IReadOnlyList<WithdrawalRecord>> ListAsync(
        DodoEnvironment environment,
        string customerId,
        CancellationToken cancellationToken = default
    ) => RunAsync(environment, statements => statements.ListAsync(customerId, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<WithdrawalRecord>> ListAsync(
        DodoEnvironment environment,
        WithdrawalState state,
        int maxCount,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxCount);
        return RunAsync(
            environment,
            statements => statements.ListAsync(state, maxCount, cancellationToken),
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<WithdrawalRecord>> ListDueAsync(
        DodoEnvironment environment,
        DateTimeOffset now,
        int maxCount,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxCount);
        return RunAsync(
            environment,
            statements => statements.ListDueAsync(StoredTime.Of(now), maxCount, cancellationToken),
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<int> EraseAsync(
        DodoEnvironment environment,
        string customerId,
        DateTimeOffset now,
        CancellationToken cancellationToken = default
    ) =>
        WriteAsync(
            environment,
            statements => statements.EraseAsync(customerId, StoredTime.Of(now), cancellationToken),
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<int> PruneAsync(
        DodoEnvironment environment,
        DateTimeOffset statedBefore,
        DateTimeOffset endedBefore,
        CancellationToken cancellationToken = default
    ) =>
        WriteAsync(
            environment,
            statements =>
                statements.PruneAsync(StoredTime.Of(statedBefore), StoredTime.Of(endedBefore), cancellationToken),
            cancellationToken
        );

    private Task<T> RunAsync<T>(
        DodoEnvironment environment,
        Func<WithdrawalStatements, Task<T>> operation,
        CancellationToken cancellationToken
    ) =>
        _contexts.RunAsync(
            context => operation(new(new OfferScope(context, _account, environment, _contexts.Keys))),
            cancellationToken
        );

    private Task<T> WriteAsync<T>(
        DodoEnvironment environment,
        Func<WithdrawalStatements, Task<T>> operation,
        CancellationToken cancellationToken
    ) =>
        _contexts.WriteAsync(
            context => operation(new(new OfferScope(context, _account, environment, _contexts.Keys))),
            cancellationToken
        );
}
