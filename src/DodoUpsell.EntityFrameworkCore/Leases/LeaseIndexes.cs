using DodoUpsell.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DodoUpsell.EntityFrameworkCore.Leases;

/// <summary>Configures the indexes of a table with leased rows.</summary>
/// <remarks>
/// The indexes for leasing are partial: they contain the few rows that are open, however many finished ones are kept.
/// </remarks>
internal static class LeaseIndexes
{
    /// <param name="row">The table.</param>
    /// <param name="table">The name of the table, for the names of the indexes.</param>
    /// <param name="scope">The properties that select the rows of one store.</param>
    public static void Add<TRow>(EntityTypeBuilder<TRow> row, string table, string[] scope)
        where TRow : LeasedRow
    {
        const string Arrived = nameof(LeasedRow.ArrivedAt);
        const string Id = nameof(LeasedRow.Id);
        const string Due = nameof(LeasedRow.DueAt);
        var leasedSubject = row.Metadata.FindProperty(nameof(LeasedRow.LeasedSubject))!.GetColumnName();

        // The queue, in the order of leasing, and the rows that wait outside of it for a leased row of their subject.
        row.HasIndex([.. scope, Due, Arrived, Id], $"ix_{table}_queue")
            .HasFilter($"state = {(int)InboxState.Waiting} AND waits_behind = 0");
        row.HasIndex([.. scope, nameof(LeasedRow.Subject), Due, Arrived, Id], $"ix_{table}_behind")
            .HasFilter("waits_behind = 1");

        // One lease of a subject at a time.
        row.HasIndex([.. scope, nameof(LeasedRow.LeasedSubject)], $"ux_{table}_leased")
            .IsUnique()
            .HasFilter($"{leasedSubject} IS NOT NULL");
        row.HasIndex([.. scope, nameof(LeasedRow.LeasedUntil)], $"ix_{table}_leased_until")
            .HasFilter($"state = {(int)InboxState.Leased}");

        // Lists and pruning.
        row.HasIndex([.. scope, nameof(LeasedRow.State), Arrived, Id], $"ix_{table}_state");
        row.HasIndex([.. scope, nameof(LeasedRow.State), nameof(LeasedRow.FinishedAt), Id], $"ix_{table}_finished")
            .HasFilter("finished_at IS NOT NULL");
    }
}
