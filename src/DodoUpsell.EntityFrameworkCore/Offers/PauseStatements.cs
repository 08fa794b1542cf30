using DodoUpsell.EntityFrameworkCore.Contexts;
using Microsoft.EntityFrameworkCore;

namespace DodoUpsell.EntityFrameworkCore.Offers;

/// <summary>The database statements on the pauses of rules.</summary>
internal sealed class PauseStatements(OfferScope scope)
{
    public async Task<bool> PauseAsync(OfferPause pause, CancellationToken cancellationToken)
    {
        var row = PauseRow.From(scope.Account, pause);
        if (
            await RowInsert
                .TryAsync(scope.Context, row, () => ExistsAsync(row.RuleId, cancellationToken), cancellationToken)
                .ConfigureAwait(false)
        )
            return true;

        // A pause that has ended does not count. The rule must be the same exactly, however the database compares.
        if (!await ExistsAsync(row.RuleId, cancellationToken).ConfigureAwait(false))
            return false;
        return await Of(row.RuleId)
                .Where(kept => kept.ResumesAt <= row.PausedAt)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(kept => kept.Reason, row.Reason)
                            .SetProperty(kept => kept.Count, row.Count)
                            .SetProperty(kept => kept.Of, row.Of)
                            .SetProperty(kept => kept.PausedAt, row.PausedAt)
                            .SetProperty(kept => kept.ResumesAt, row.ResumesAt),
                    cancellationToken
                )
                .ConfigureAwait(false) == 1;
    }

    public async Task<bool> ResumeAsync(string ruleId, DateTime at, CancellationToken cancellationToken) =>
        await ExistsAsync(ruleId, cancellationToken).ConfigureAwait(false)
        && await Of(ruleId)
            .Where(kept => kept.ResumesAt == null || kept.ResumesAt > at)
            .ExecuteUpdateAsync(set => set.SetProperty(kept => kept.ResumesAt, at), cancellationToken)
            .ConfigureAwait(false) == 1;

    public async Task<IReadOnlyList<OfferPause>> ListAsync(CancellationToken cancellationToken)
    {
        var rows = await scope.Rows<PauseRow>().ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. rows.OrderBy(row => row.RuleId, StringComparer.Ordinal).Select(row => scope.Mine(row).ToPause())];
    }

    private IQueryable<PauseRow> Of(string ruleId) => scope.Rows<PauseRow>().Where(row => row.RuleId == ruleId);

    private async Task<bool> ExistsAsync(string ruleId, CancellationToken cancellationToken)
    {
        var row = await Of(ruleId).SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        if (row is null)
            return false;
        KeyComparison.Require(scope.Mine(row).RuleId, ruleId);
        return true;
    }
}
