using System.Linq.Expressions;
using DodoUpsell.EntityFrameworkCore.Contexts;
using DodoUpsell.EntityFrameworkCore.Offers;
using DodoUpsell.EntityFrameworkCore.Quotes;
using Microsoft.EntityFrameworkCore;

namespace DodoUpsell;

/// <summary>Stores quotes of plan changes in a relational database, using EF Core. Several nodes can share it.</summary>
/// <remarks>
/// Each call uses its own context and does not take part in the caller's transaction. Ids of quotes have at most 128
/// characters.
/// </remarks>
public sealed class EntityFrameworkPlanChangeQuoteStore : IPlanChangeQuoteStore
{
    private readonly ContextSource _contexts;
    private readonly string _account;

    internal EntityFrameworkPlanChangeQuoteStore(ContextSource contexts, string account) =>
        (_contexts, _account) = (contexts, AccountName.Require(account));

    /// <summary>Creates a store without dependency injection.</summary>
    /// <param name="contexts">The factory of contexts whose model calls <c>UseDodoUpsells()</c>.</param>
    /// <param name="account">The name of the account, if several accounts share the tables; otherwise an empty string.
    /// At most 100 characters.</param>
    /// <exception cref="ArgumentException">The name of the account is too long.</exception>
    public static EntityFrameworkPlanChangeQuoteStore Create<TContext>(
        IDbContextFactory<TContext> contexts,
        string account = ""
    )
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(contexts);
        ArgumentNullException.ThrowIfNull(account);
        return new EntityFrameworkPlanChangeQuoteStore(ContextSource.From(contexts), account);
    }

    /// <inheritdoc/>
    public Task AddAsync(
        PlanChangeQuoteRecord quote,
        int maxPerSubject,
        DateTimeOffset now,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(quote);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxPerSubject);
        return WriteAsync(
            quote.Environment,
            async scope =>
            {
                // An id is used once, so a taken one means that this insert was executed before and its result lost.
                var row = QuoteRow.From(scope.Account, quote);
                await RowInsert
                    .TryAsync(
                        scope.Context,
                        row,
                        () => Of(scope, row.QuoteId).AnyAsync(cancellationToken),
                        cancellationToken
                    )
                    .ConfigureAwait(false);
                return await RemoveAsync(scope, row, maxPerSubject, StoredTime.Of(now), cancellationToken)
                    .ConfigureAwait(false);
            },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<PlanChangeQuoteRecord?> FindAsync(
        DodoEnvironment environment,
        string id,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(id);
        return _contexts.RunAsync(
            async context =>
            {
                var scope = Scope(context, environment);
                var row = await Of(scope, id).SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
                return row is null ? null : KeyComparison.Exact(scope.Mine(row), row.QuoteId, id).ToRecord();
            },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<bool> ConfirmAsync(
        DodoEnvironment environment,
        string id,
        DateTimeOffset confirmedAt,
        DateTimeOffset keptUntil,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(id);
        DateTime? confirmed = StoredTime.Of(confirmedAt);
        var kept = StoredTime.Of(keptUntil);
        return WriteAsync(
            environment,
            async scope =>
                await Of(scope, id)
                    .ExecuteUpdateAsync(
                        set =>
                            set.SetProperty(row => row.ConfirmedAt, confirmed).SetProperty(row => row.KeptUntil, kept),
                        cancellationToken
                    )
                    .ConfigureAwait(false) == 1,
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<int> EraseAsync(
        DodoEnvironment environment,
        OfferSubject subject,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(subject);
        return WriteAsync(
            environment,
            async scope =>
            {
                var erased = 0;
                foreach (var id in await IdsOfAsync(scope, subject, cancellationToken).ConfigureAwait(false))
                    erased += await Of(scope, id).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
                return erased;
            },
            cancellationToken
        );
    }

    // A quote never changes whose it is. The ids must be the same exactly, however the database compares.
    private static async Task<IReadOnlyCollection<string>> IdsOfAsync(
        OfferScope scope,
        OfferSubject subject,
        CancellationToken cancellationToken
    )
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in SubjectRules.StoredIdsOf(subject))
            await AddAsync(row => row.SubjectId == id, key => Same(key.SubjectId, id)).ConfigureAwait(false);
        foreach (var id in subject.CustomerIds)
            await AddAsync(row => row.CustomerId == id, key => Same(key.CustomerId, id)).ConfigureAwait(false);
        return found;

        async Task AddAsync(Expression<Func<QuoteRow, bool>> condition, Func<QuoteKey, bool> isExact)
        {
            var keys = await scope
                .Rows<QuoteRow>()
                .Where(condition)
                .Select(row => new QuoteKey(row.Account, row.QuoteId, row.SubjectId, row.CustomerId))
                .ToListAsync(cancellationToken)
                .ConfigureAwait(false);
            foreach (var key in keys)
            {
                KeyComparison.Require(key.Account, scope.Account);
                if (isExact(key))
                    found.Add(key.QuoteId);
            }
        }
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);

    private static async Task<int> RemoveAsync(
        OfferScope scope,
        QuoteRow added,
        int maxPerSubject,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        var removed = await scope
            .Rows<QuoteRow>()
            .Where(row => row.KeptUntil < now)
            .ExecuteDeleteAsync(cancellationToken)
            .ConfigureAwait(false);
        var subjects = scope.Rows<QuoteRow>().Where(row => row.SubjectId == added.SubjectId && row.ConfirmedAt == null);
        var newest = subjects
            .OrderByDescending(row => row.MadeAt)
            .ThenByDescending(row => row.QuoteId)
            .Select(row => row.QuoteId)
            .Take(maxPerSubject);
        return removed
            + await subjects
                .Where(row => !newest.Contains(row.QuoteId))
                .ExecuteDeleteAsync(cancellationToken)
                .ConfigureAwait(false);
    }

    private static IQueryable<QuoteRow> Of(OfferScope scope, string id) =>
        scope.Rows<QuoteRow>().Where(row => row.QuoteId == id);

    private OfferScope Scope(DbContext context, DodoEnvironment environment) =>
        new(context, _account, environment, _contexts.Keys);

    private Task<T> WriteAsync<T>(
        DodoEnvironment environment,
        Func<OfferScope, Task<T>> operation,
        CancellationToken cancellationToken
    ) => _contexts.WriteAsync(context => operation(Scope(context, environment)), cancellationToken);

    private sealed record QuoteKey(string Account, string QuoteId, string SubjectId, string CustomerId);
}
