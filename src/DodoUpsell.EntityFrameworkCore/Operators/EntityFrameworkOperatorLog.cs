using DodoUpsell.EntityFrameworkCore.Contexts;
using DodoUpsell.EntityFrameworkCore.Offers;
using DodoUpsell.EntityFrameworkCore.Operators;
using Microsoft.EntityFrameworkCore;

namespace DodoUpsell;

/// <summary>Stores the actions of operators in a relational database, using EF Core. Several nodes can share it.</summary>
/// <remarks>Each call uses its own context and does not take part in the caller's transaction.</remarks>
public sealed class EntityFrameworkOperatorLog : IOperatorLog
{
    private readonly ContextSource _contexts;
    private readonly string _account;

    internal EntityFrameworkOperatorLog(ContextSource contexts, string account) =>
        (_contexts, _account) = (contexts, AccountName.Require(account));

    /// <summary>Creates a log without dependency injection.</summary>
    /// <param name="contexts">The factory of contexts whose model calls <c>UseDodoUpsells()</c>.</param>
    /// <param name="account">The name of the account, if several accounts share the table; otherwise an empty string.
    /// At most 100 characters.</param>
    /// <exception cref="ArgumentException">The name of the account is too long.</exception>
    public static EntityFrameworkOperatorLog Create<TContext>(IDbContextFactory<TContext> contexts, string account = "")
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(contexts);
        ArgumentNullException.ThrowIfNull(account);
        return new EntityFrameworkOperatorLog(ContextSource.From(contexts), account);
    }

    /// <inheritdoc/>
    public Task<bool> AddAsync(OperatorAction action, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        ArgumentException.ThrowIfNullOrWhiteSpace(action.Id);
        if (action.Id.Length > OperatorAction.MaxIdLength)
            throw new ArgumentException(
                $"The id of an action has at most {OperatorAction.MaxIdLength} characters.",
                nameof(action)
            );
        if (action.Result != OperatorResult.Started)
            throw new ArgumentException("The result of an action is written by EndAsync.", nameof(action));
        return _contexts.WriteAsync(
            context => Statements(context, action.Environment).AddAsync(action, cancellationToken),
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<bool> EndAsync(
        DodoEnvironment environment,
        string id,
        OperatorResult result,
        DateTimeOffset now,
        CancellationToken cancellationToken = default
    )
    {
        if (result == OperatorResult.Started)
            throw new ArgumentException("The result must be the end of the action.", nameof(result));
        return _contexts.WriteAsync(
            context => Statements(context, environment).EndAsync(id, result, StoredTime.Of(now), cancellationToken),
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<OperatorAction?> FindAsync(
        DodoEnvironment environment,
        string id,
        CancellationToken cancellationToken = default
    ) =>
        _contexts.RunAsync(
            context => Statements(context, environment).FindAsync(id, cancellationToken),
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<IReadOnlyList<OperatorAction>> ListAsync(
        DodoEnvironment environment,
        int maxCount = 100,
        OperatorAction? after = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxCount);
        return _contexts.RunAsync(
            context => Statements(context, environment).ListAsync(maxCount, after, cancellationToken),
            cancellationToken
        );
    }

    private OperatorStatements Statements(DbContext context, DodoEnvironment environment) =>
        new(new OfferScope(context, _account, environment, _contexts.Keys));
}
