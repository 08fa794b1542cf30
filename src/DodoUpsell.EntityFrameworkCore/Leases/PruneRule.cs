namespace DodoUpsell.EntityFrameworkCore.Leases;

/// <summary>Which of the old rows of a table may be deleted, for each kind of statements.</summary>
/// <param name="Portable">Selects from the old rows. A row is old if it was completed or parked long enough ago.</param>
/// <param name="Postgres">A condition in SQL on the columns of <c>old</c>.</param>
internal sealed record PruneRule<TRow>(Func<IQueryable<TRow>, IQueryable<TRow>> Portable, string Postgres)
    where TRow : LeasedRow
{
    /// <summary>Gets the rule that all old rows may be deleted.</summary>
    public static PruneRule<TRow> All { get; } = new(old => old, "true");
}
