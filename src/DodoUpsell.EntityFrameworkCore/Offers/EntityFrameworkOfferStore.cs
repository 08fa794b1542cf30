using DodoUpsell.EntityFrameworkCore.Contexts;
using DodoUpsell.EntityFrameworkCore.Offers;
using Microsoft.EntityFrameworkCore;

namespace DodoUpsell;

/// <summary>Stores offers in a relational database, using EF Core. Several nodes can share it.</summary>
/// <remarks>
/// Unique keys decide which offer fills a slot, which assignment is kept and which receipt gets a number. A change is an
/// update that requires the previous version, committed in the same transaction as its receipt. Each call uses its own
/// context and does not take part in the caller's transaction. Ids of customers have at most 200 characters, those of
/// sources of money at most 256, and slots at most 500.
/// </remarks>
public sealed partial class EntityFrameworkOfferStore : IOfferStore
{
    private readonly ContextSource _contexts;
    private readonly string _account;

    internal EntityFrameworkOfferStore(ContextSource contexts, string account) =>
        (_contexts, _account) = (contexts, AccountName.Require(account));

    /// <summary>Creates a store without dependency injection.</summary>
    /// <param name="contexts">The factory of contexts whose model calls <c>UseDodoUpsells()</c>.</param>
    /// <param name="account">The name of the account, if several accounts share the tables; otherwise an empty string.
    /// At most 100 characters.</param>
    /// <exception cref="ArgumentException">The name of the account is too long.</exception>
    public static EntityFrameworkOfferStore Create<TContext>(IDbContextFactory<TContext> contexts, string account = "")
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(contexts);
        ArgumentNullException.ThrowIfNull(account);
        return new EntityFrameworkOfferStore(ContextSource.From(contexts), account);
    }

    /// <inheritdoc/>
    public Task<OfferSubject> FindSubjectAsync(
        DodoEnvironment environment,
        SubjectIds ids,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(ids);
        return RunAsync(
            environment,
            scope => new SubjectStatements(scope).FindAsync(ids, cancellationToken),
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<bool> LinkAsync(
        DodoEnvironment environment,
        string userId,
        string customerId,
        DateTimeOffset now,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(userId);
        ArgumentNullException.ThrowIfNull(customerId);
        return WriteAsync(
            environment,
            scope => new SubjectStatements(scope).LinkAsync(userId, customerId, now, cancellationToken),
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<int> EraseAsync(
        DodoEnvironment environment,
        OfferSubject subject,
        bool eraseReceipts,
        DateTimeOffset now,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(subject);
        return WriteAsync(
            environment,
            scope =>
                new SubjectStatements(scope).EraseAsync(subject, eraseReceipts, StoredTime.Of(now), cancellationToken),
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<OfferRecord> AddAsync(OfferRecord offer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(offer);
        return WriteAsync(
            offer.Environment,
            scope => new OfferStatements(scope).AddAsync(offer, cancellationToken),
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<bool> TryUpdateAsync(
        OfferRecord changed,
        ConsentReceiptContent? receipt = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(changed);
        if (receipt is not null && !string.Equals(receipt.OfferId, changed.Id, StringComparison.Ordinal))
        {
            throw new ArgumentException(
                "The receipt belongs to a different offer than the changed record.",
                nameof(receipt)
            );
        }

        return WriteAsync(
            changed.Environment,
            scope => new OfferUpdate(scope).RunAsync(changed, receipt, cancellationToken),
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<OfferRecord?> FindAsync(
        DodoEnvironment environment,
        string id,
        CancellationToken cancellationToken = default
    ) => RunAsync(environment, scope => new OfferStatements(scope).FindAsync(id, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<OfferRecord?> FindBySlotAsync(
        DodoEnvironment environment,
        string slot,
        CancellationToken cancellationToken = default
    ) =>
        RunAsync(
            environment,
            scope => new OfferStatements(scope).FindBySlotAsync(slot, cancellationToken),
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<OfferRecord?> FindBySubscriptionAsync(
        DodoEnvironment environment,
        string subscriptionId,
        CancellationToken cancellationToken = default
    ) =>
        RunAsync(
            environment,
            scope => new OfferStatements(scope).FindBySubscriptionAsync(subscriptionId, cancellationToken),
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<IReadOnlyList<OfferRecord>> ListAsync(
        DodoEnvironment environment,
        string subjectId,
        CancellationToken cancellationToken = default
    ) =>
        RunAsync(
            environment,
            scope => new OfferStatements(scope).ListAsync(subjectId, cancellationToken),
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<IReadOnlyList<OfferRecord>> ListOverdueAsync(
        DodoEnvironment environment,
        DateTimeOffset expiredBefore,
        DateTimeOffset acceptedBefore,
        int maxCount,
        OfferRecord? after = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxCount);
        return RunAsync(
            environment,
            scope =>
                new OfferStatements(scope).ListOverdueAsync(
                    StoredTime.Of(expiredBefore),
                    StoredTime.Of(acceptedBefore),
                    maxCount,
                    after,
                    cancellationToken
                ),
            cancellationToken
        );
    }

    private Task<T> RunAsync<T>(
        DodoEnvironment environment,
        Func<OfferScope, Task<T>> operation,
        CancellationToken cancellationToken
    ) =>
        _contexts.RunAsync(
            context => operation(new OfferScope(context, _account, environment, _contexts.Keys)),
            cancellationToken
        );

    private Task<T> WriteAsync<T>(
        DodoEnvironment environment,
        Func<OfferScope, Task<T>> operation,
        CancellationToken cancellationToken
    ) =>
        _contexts.WriteAsync(
            context => operation(new OfferScope(context, _account, environment, _contexts.Keys)),
            cancellationToken
        );
}
