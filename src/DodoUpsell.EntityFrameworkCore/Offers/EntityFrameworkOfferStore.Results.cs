using System.Runtime.CompilerServices;
using DodoUpsell.EntityFrameworkCore.Contexts;
using DodoUpsell.EntityFrameworkCore.Offers;
using Microsoft.EntityFrameworkCore;

namespace DodoUpsell;

public sealed partial class EntityFrameworkOfferStore
{
    /// <inheritdoc/>
    public Task<OfferAssignment> AssignAsync(OfferAssignment assignment, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(assignment);
        return WriteAsync(
            assignment.Environment,
            scope => new AssignmentStatements(scope).AssignAsync(assignment, cancellationToken),
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<OfferAssignment>> ListAssignmentsAsync(
        DodoEnvironment environment,
        string subjectId,
        CancellationToken cancellationToken = default
    ) =>
        RunAsync(
            environment,
            scope => new AssignmentStatements(scope).ListAsync(subjectId, cancellationToken),
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<bool> AddMoneyAsync(OfferMoney money, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(money);
        return WriteAsync(
            money.Environment,
            scope => new MoneyStatements(scope).AddAsync(money, cancellationToken),
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<OfferMoney?> FindMoneyAsync(
        DodoEnvironment environment,
        string sourceId,
        CancellationToken cancellationToken = default
    ) =>
        RunAsync(
            environment,
            scope => new MoneyStatements(scope).FindAsync(sourceId, cancellationToken),
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<OfferCounts> CountAsync(
        DodoEnvironment environment,
        string ruleId,
        DateTimeOffset since,
        CancellationToken cancellationToken = default
    ) =>
        RunAsync(
            environment,
            scope => new MoneyStatements(scope).CountAsync(ruleId, StoredTime.Of(since), cancellationToken),
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<bool> PauseAsync(OfferPause pause, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pause);
        return WriteAsync(
            pause.Environment,
            scope => new PauseStatements(scope).PauseAsync(pause, cancellationToken),
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<bool> ResumeAsync(
        DodoEnvironment environment,
        string ruleId,
        DateTimeOffset at,
        CancellationToken cancellationToken = default
    ) =>
        WriteAsync(
            environment,
            scope => new PauseStatements(scope).ResumeAsync(ruleId, StoredTime.Of(at), cancellationToken),
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<IReadOnlyList<OfferPause>> ListPausesAsync(
        DodoEnvironment environment,
        CancellationToken cancellationToken = default
    ) => RunAsync(environment, scope => new PauseStatements(scope).ListAsync(cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<OfferRecord> ReadMadeAsync(
        DodoEnvironment environment,
        DateTimeOffset from,
        DateTimeOffset until,
        CancellationToken cancellationToken = default
    ) =>
        ReadAsync<OfferRow, OfferRecord>(
            environment,
            (pages, after) => pages.MadeAsync(StoredTime.Of(from), StoredTime.Of(until), after, cancellationToken),
            OfferRows.Record,
            cancellationToken
        );

    /// <inheritdoc/>
    public IAsyncEnumerable<OfferAssignment> ReadAssignedAsync(
        DodoEnvironment environment,
        DateTimeOffset from,
        DateTimeOffset until,
        CancellationToken cancellationToken = default
    ) =>
        ReadAsync<AssignmentRow, OfferAssignment>(
            environment,
            (pages, after) => pages.AssignedAsync(StoredTime.Of(from), StoredTime.Of(until), after, cancellationToken),
            row => row.ToAssignment(),
            cancellationToken
        );

    /// <inheritdoc/>
    public IAsyncEnumerable<OfferMoney> ReadMoneyAsync(
        DodoEnvironment environment,
        DateTimeOffset from,
        CancellationToken cancellationToken = default
    ) =>
        ReadAsync<MoneyRow, OfferMoney>(
            environment,
            (pages, after) => pages.MoneyAsync(StoredTime.Of(from), after, cancellationToken),
            row => row.ToMoney(),
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<ConsentReceipt?> FindReceiptAsync(
        DodoEnvironment environment,
        string offerId,
        CancellationToken cancellationToken = default
    ) =>
        RunAsync(
            environment,
            scope => new OfferPages(scope).ReceiptAsync(offerId, cancellationToken),
            cancellationToken
        );

    /// <inheritdoc/>
    public IAsyncEnumerable<ConsentReceipt> ReadReceiptsAsync(
        DodoEnvironment environment,
        CancellationToken cancellationToken = default
    ) =>
        ReadAsync<ReceiptRow, ConsentReceipt>(
            environment,
            (pages, after) => pages.ReceiptsAsync(after?.Number ?? 0, cancellationToken),
            row => row.ToReceipt(),
            cancellationToken
        );

    /// <inheritdoc/>
    public async Task<int> PruneAsync(
        DodoEnvironment environment,
        DateTimeOffset endedBefore,
        CancellationToken cancellationToken = default
    )
    {
        var before = StoredTime.Of(endedBefore);
        return await PruneAsync<OfferRow>("ended_at", rows => rows.Where(row => row.EndedAt < before))
                .ConfigureAwait(false)
            + await PruneAsync<AssignmentRow>("assigned_at", rows => rows.Where(row => row.AssignedAt < before))
                .ConfigureAwait(false)
            + await PruneAsync<MoneyRow>("occurred_at", rows => rows.Where(row => row.OccurredAt < before))
                .ConfigureAwait(false);

        async Task<int> PruneAsync<TRow>(string column, Func<IQueryable<TRow>, IQueryable<TRow>> old)
            where TRow : OwnedRow
        {
            for (var removed = 0; ; )
            {
                var deleted = await WriteAsync(
                        environment,
                        scope => new OfferPruning(scope).DeleteBatchAsync(column, old, before, cancellationToken),
                        cancellationToken
                    )
                    .ConfigureAwait(false);
                if (deleted == 0)
                    return removed;
                removed += deleted;
            }
        }
    }

    // Each page has its own context, so no connection is held while the caller works.
    private async IAsyncEnumerable<T> ReadAsync<TRow, T>(
        DodoEnvironment environment,
        Func<OfferPages, TRow?, Task<List<TRow>>> read,
        Func<TRow, T> convert,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
        where TRow : OwnedRow
    {
        for (TRow? last = null; ; )
        {
            var after = last;
            var page = await RunAsync(environment, scope => read(new OfferPages(scope), after), cancellationToken)
                .ConfigureAwait(false);
            foreach (var row in page)
                yield return convert(row);
            if (page.Count < OfferPages.Size)
                yield break;
            last = page[^1];
        }
    }
}
