namespace DodoUpsell.EntityFrameworkCore.Leases;

/// <summary>What differs between the tables with leased rows, for each kind of statements.</summary>
/// <param name="Prunable">Selects the old rows that may be deleted. A row is old if it was completed or parked long
/// enough ago.</param>
/// <param name="PrunableInSql">The same as a condition in SQL on the columns of <c>old</c>.</param>
/// <param name="AlsoReadInSql">A further column of a leased row, in SQL on the columns of <c>leased</c>.</param>
internal sealed record LeaseRules<TRow>(
    Func<IQueryable<TRow>, IQueryable<TRow>> Prunable,
    string PrunableInSql,
    string AlsoReadInSql = ""
)
    where TRow : LeasedRow
{
    /// <summary>Gets the rule that all old rows may be deleted.</summary>
    public static LeaseRules<TRow> Default { get; } = new(old => old, "true");
}
