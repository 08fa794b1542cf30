using System.Diagnostics.CodeAnalysis;
using DodoUpsell.EntityFrameworkCore.Contexts;
using Microsoft.EntityFrameworkCore;

namespace DodoUpsell.EntityFrameworkCore.Offers;

/// <summary>
/// Reads the rows of a period by pages. Each page starts after the last row of the one before it, in the order of an
/// index, so every row is seen once while others are added.
/// </summary>
[SuppressMessage(
    "Globalization",
    "CA1309:Use ordinal string comparison",
    Justification = "The database compares in its own order, which is also the order of the pages."
)]
internal sealed class OfferPages(OfferScope scope)
{
    public const int Size = 500;

    public Task<List<OfferRow>> MadeAsync(
        DateTime from,
        DateTime to,
        OfferRow? after,
        CancellationToken cancellationToken
    )
    {
        // The first condition is where a database starts to read the index.
        var start = after?.MadeAt ?? from;
        var rows = scope.Rows<OfferRow>().Where(row => row.MadeAt >= start && row.MadeAt < to);
        if (after is not null)
            rows = rows.Where(row => row.MadeAt > start || string.Compare(row.Id, after.Id) > 0);
        return PageAsync(rows.OrderBy(row => row.MadeAt).ThenBy(row => row.Id), cancellationToken);
    }

    public Task<List<AssignmentRow>> AssignedAsync(
        DateTime from,
        DateTime to,
        AssignmentRow? after,
        CancellationToken cancellationToken
    )
    {
        var start = after?.AssignedAt ?? from;
        var rows = scope.Rows<AssignmentRow>().Where(row => row.AssignedAt >= start && row.AssignedAt < to);
        if (after is not null)
        {
            var (experiment, subject) = (after.ExperimentKey, after.SubjectId);
            rows = rows.Where(row =>
                row.AssignedAt > start
                || string.Compare(row.ExperimentKey, experiment) > 0
                || (row.ExperimentKey == experiment && string.Compare(row.SubjectId, subject) > 0)
            );
        }

        return PageAsync(
            rows.OrderBy(row => row.AssignedAt).ThenBy(row => row.ExperimentKey).ThenBy(row => row.SubjectId),
            cancellationToken
        );
    }

    public Task<List<MoneyRow>> MoneyAsync(DateTime from, MoneyRow? after, CancellationToken cancellationToken)
    {
        var start = after?.OccurredAt ?? from;
        var rows = scope.Rows<MoneyRow>().Where(row => row.OccurredAt >= start);
        if (after is not null)
            rows = rows.Where(row => row.OccurredAt > start || string.Compare(row.SourceId, after.SourceId) > 0);
        return PageAsync(rows.OrderBy(row => row.OccurredAt).ThenBy(row => row.SourceId), cancellationToken);
    }

    public Task<List<ReceiptRow>> ReceiptsAsync(long after, CancellationToken cancellationToken) =>
        PageAsync(
            scope.Rows<ReceiptRow>().Where(row => row.Number > after).OrderBy(row => row.Number),
            cancellationToken
        );

    public async Task<ConsentReceipt?> ReceiptAsync(string offerId, CancellationToken cancellationToken)
    {
        var row = await scope
            .Rows<ReceiptRow>()
            .SingleOrDefaultAsync(row => row.OfferId == offerId, cancellationToken)
            .ConfigureAwait(false);
        return row is null ? null : KeyComparison.Exact(scope.Mine(row), row.OfferId, offerId).ToReceipt();
    }

    private async Task<List<TRow>> PageAsync<TRow>(IQueryable<TRow> rows, CancellationToken cancellationToken)
        where TRow : OwnedRow =>
        (await rows.Take(Size).ToListAsync(cancellationToken).ConfigureAwait(false)).ConvertAll(scope.Mine);
}
