using System.Diagnostics.CodeAnalysis;
using DodoUpsell.EntityFrameworkCore.Contexts;
using DodoUpsell.EntityFrameworkCore.Offers;
using Microsoft.EntityFrameworkCore;

namespace DodoUpsell.EntityFrameworkCore.Operators;

/// <summary>The database statements on the actions of operators.</summary>
[SuppressMessage(
    "Globalization",
    "CA1309:Use ordinal string comparison",
    Justification = "The database compares in its own order, which only affects the order of rows with equal times."
)]
internal sealed class OperatorStatements(OfferScope scope)
{
    public Task<bool> AddAsync(OperatorAction action, CancellationToken cancellationToken)
    {
        var row = OperatorRow.From(scope.Account, action);
        return RowInsert.TryAsync(
            scope.Context,
            row,
            async () => await FindAsync(row.Id, cancellationToken).ConfigureAwait(false) is not null,
            cancellationToken
        );
    }

    public async Task<bool> EndAsync(
        string id,
        OperatorResult result,
        DateTime now,
        CancellationToken cancellationToken
    ) =>
        await FindAsync(id, cancellationToken).ConfigureAwait(false) is not null
        && await scope
            .Rows<OperatorRow>()
            .Where(row => row.Id == id && row.Result == OperatorResult.Started)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Result, result).SetProperty(row => row.EndedAt, now),
                cancellationToken
            )
            .ConfigureAwait(false) == 1;

    public async Task<OperatorAction?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var row = await scope
            .Rows<OperatorRow>()
            .SingleOrDefaultAsync(row => row.Id == id, cancellationToken)
            .ConfigureAwait(false);
        return row is null ? null : KeyComparison.Exact(scope.Mine(row), row.Id, id).ToAction();
    }

    public async Task<IReadOnlyList<OperatorAction>> ListAsync(
        int maxCount,
        OperatorAction? after,
        CancellationToken cancellationToken
    )
    {
        var rows = scope.Rows<OperatorRow>();
        if (after is not null)
        {
            // The first condition follows from the second. With it, a database starts reading its index at the position.
            var (started, id) = (StoredTime.Of(after.StartedAt), after.Id);
            rows = rows.Where(row =>
                row.StartedAt <= started
                && (row.StartedAt < started || (row.StartedAt == started && string.Compare(row.Id, id) < 0))
            );
        }

        var page = await rows.OrderByDescending(row => row.StartedAt)
            .ThenByDescending(row => row.Id)
            .Take(maxCount)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return page.ConvertAll(row => scope.Mine(row).ToAction());
    }
}
