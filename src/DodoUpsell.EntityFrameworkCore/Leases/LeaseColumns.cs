using DodoUpsell.EntityFrameworkCore.Contexts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DodoUpsell.EntityFrameworkCore.Leases;

/// <summary>Configures the columns for leasing rows, which are the same in each table with leased rows.</summary>
internal static class LeaseColumns
{
    public static void Add<TRow>(EntityTypeBuilder<TRow> row)
        where TRow : LeasedRow
    {
        row.Property(leased => leased.State).HasColumnName("state").HasConversion<int>();
        row.Property(leased => leased.Attempts).HasColumnName("attempts");
        row.Property(leased => leased.DueAt).Time("due_at");
        row.Property(leased => leased.WaitsBehind).HasColumnName("waits_behind").HasConversion<int>();
        row.Property(leased => leased.LeaseToken).HasColumnName("lease_token");
        row.Property(leased => leased.LeasedUntil).Time("leased_until");
        row.Property(leased => leased.FinishedAt).Time("finished_at");
        row.Property(leased => leased.LastError).Text("last_error");
        row.Property(leased => leased.TraceParent).Text("traceparent");
    }
}
