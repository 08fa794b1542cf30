using DodoUpsell.EntityFrameworkCore.Contexts;
using Microsoft.EntityFrameworkCore;

namespace DodoUpsell.EntityFrameworkCore.Offers;

/// <summary>The database statements on the assignments of subjects.</summary>
internal sealed class AssignmentStatements(OfferScope scope)
{
    public async Task<OfferAssignment> AssignAsync(OfferAssignment assignment, CancellationToken cancellationToken)
    {
        var row = AssignmentRow.Of(scope.Account, assignment);
        var stored = await scope.IsDirectAsync(cancellationToken).ConfigureAwait(false)
            ? (
                await RowOrStored
                    .DirectAsync(
                        scope.Context,
                        row,
                        $"SELECT * FROM {scope.Name<AssignmentRow>()} WHERE {OfferScope.Owned} "
                            + "AND experiment_key = @experiment AND subject_id = @subject",
                        command =>
                            [
                                .. scope.Owner(command),
                                command.With("experiment", row.ExperimentKey),
                                command.With("subject", row.SubjectId),
                            ],
                        AssignmentRow.Read,
                        cancellationToken
                    )
                    .ConfigureAwait(false)
            ).Single()
            : await RowOrStored
                .PortableAsync(scope.Context, row, () => FindAsync(row, cancellationToken), cancellationToken)
                .ConfigureAwait(false);
        return stored.ToAssignment();
    }

    public async Task<IReadOnlyList<OfferAssignment>> ListAsync(string subjectId, CancellationToken cancellationToken)
    {
        var rows = await scope
            .Rows<AssignmentRow>()
            .Where(row => row.SubjectId == subjectId)
            .OrderBy(row => row.AssignedAt)
            .ThenBy(row => row.ExperimentKey)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return rows.ConvertAll(row => KeyComparison.Exact(scope.Mine(row), row.SubjectId, subjectId).ToAssignment());
    }

    private async Task<AssignmentRow?> FindAsync(AssignmentRow row, CancellationToken cancellationToken)
    {
        var stored = await scope
            .Rows<AssignmentRow>()
            .SingleOrDefaultAsync(
                kept => kept.ExperimentKey == row.ExperimentKey && kept.SubjectId == row.SubjectId,
                cancellationToken
            )
            .ConfigureAwait(false);
        if (stored is null)
            return null;
        KeyComparison.Require(stored.SubjectId, row.SubjectId);
        return KeyComparison.Exact(scope.Mine(stored), stored.ExperimentKey, row.ExperimentKey);
    }
}
