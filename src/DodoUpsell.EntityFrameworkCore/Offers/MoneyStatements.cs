using DodoUpsell.EntityFrameworkCore.Contexts;
using Microsoft.EntityFrameworkCore;

namespace DodoUpsell.EntityFrameworkCore.Offers;

/// <summary>The database statements on movements of money, and the counts of what became of offers.</summary>
internal sealed class MoneyStatements(OfferScope scope)
{
    public async Task<bool> AddAsync(OfferMoney money, CancellationToken cancellationToken)
    {
        var row = MoneyRow.Of(scope.Account, money);
        if (
            await RowInsert
                .TryAsync(
                    scope.Context,
                    row,
                    async () => await RowAsync(row.SourceId, cancellationToken).ConfigureAwait(false) is not null,
                    cancellationToken
                )
                .ConfigureAwait(false)
        )
            return true;

        // The source must be the same exactly, however the database compares.
        if (
            row.OfferId is null
            || await RowAsync(row.SourceId, cancellationToken).ConfigureAwait(false) is not { OfferId: null }
        )
            return false;
        return await scope
                .Rows<MoneyRow>()
                .Where(kept => kept.SourceId == row.SourceId && kept.OfferId == null)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(kept => kept.OfferId, row.OfferId)
                            .SetProperty(kept => kept.IsRenewal, row.IsRenewal),
                    cancellationToken
                )
                .ConfigureAwait(false) == 1;
    }

    public async Task<OfferMoney?> FindAsync(string sourceId, CancellationToken cancellationToken) =>
        (await RowAsync(sourceId, cancellationToken).ConfigureAwait(false))?.ToMoney();

    public async Task<OfferCounts> CountAsync(string ruleId, DateTime since, CancellationToken cancellationToken)
    {
        var offers = scope.Rows<OfferRow>().Where(row => row.RuleId == ruleId && row.AcceptedAt >= since);
        var lost = scope.Rows<MoneyRow>().Where(row => row.Kind == OfferMoneyKind.DisputeLost);
        var counts = await offers
            .GroupBy(row => new { row.State, row.Failure })
            .Select(group => new
            {
                group.Key.State,
                group.Key.Failure,
                Count = group.Count(),
            })
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        int Of(OfferState state, OfferFailure? failure) =>
            counts
                .Where(group => group.State == state && (failure is null || group.Failure == failure))
                .Sum(group => group.Count);
        var accepted = Of(OfferState.Accepted, null);
        var disputed =
            accepted == 0
                ? 0
                : await offers
                    .CountAsync(
                        row => row.State == OfferState.Accepted && lost.Any(money => money.OfferId == row.Id),
                        cancellationToken
                    )
                    .ConfigureAwait(false);
        return new OfferCounts(
            accepted,
            Of(OfferState.Failed, OfferFailure.Declined),
            Of(OfferState.Failed, OfferFailure.Refused),
            disputed
        );
    }

    private async Task<MoneyRow?> RowAsync(string sourceId, CancellationToken cancellationToken)
    {
        var row = await scope
            .Rows<MoneyRow>()
            .SingleOrDefaultAsync(row => row.SourceId == sourceId, cancellationToken)
            .ConfigureAwait(false);
        return row is null ? null : KeyComparison.Exact(scope.Mine(row), row.SourceId, sourceId);
    }
}
