using System.Data.Common;
using DodoUpsell.EntityFrameworkCore.Contexts;

namespace DodoUpsell.EntityFrameworkCore.Offers;

/// <summary>A row of <c>dodo_offer_assignments</c>: the variant that a subject was assigned to.</summary>
internal sealed class AssignmentRow : OwnedRow
{
    public required string ExperimentKey { get; init; }

    public required string SubjectId { get; init; }

    public required string Variant { get; init; }

    public DateTime AssignedAt { get; init; }

    public static AssignmentRow Of(string account, OfferAssignment assignment) =>
        new()
        {
            Account = account,
            Environment = assignment.Environment,
            ExperimentKey = assignment.ExperimentKey,
            SubjectId = assignment.SubjectId,
            Variant = StoredText.Of(assignment.Variant),
            AssignedAt = StoredTime.Of(assignment.AssignedAt),
        };

    public static AssignmentRow Read(DbDataReader row) =>
        new()
        {
            Account = row.Text("account"),
            Environment = (DodoEnvironment)row.Number("environment"),
            ExperimentKey = row.Text("experiment_key"),
            SubjectId = row.Text("subject_id"),
            Variant = row.Text("variant"),
            AssignedAt = row.Time("assigned_at"),
        };

    public OfferAssignment ToAssignment() =>
        new()
        {
            Environment = Environment,
            ExperimentKey = ExperimentKey,
            SubjectId = SubjectId,
            Variant = Variant,
            AssignedAt = StoredTime.Read(AssignedAt),
        };

    /// <summary>Returns the row of the same assignment for another subject.</summary>
    public AssignmentRow For(string subjectId) =>
        new()
        {
            Account = Account,
            Environment = Environment,
            ExperimentKey = ExperimentKey,
            SubjectId = subjectId,
            Variant = Variant,
            AssignedAt = AssignedAt,
        };
}
