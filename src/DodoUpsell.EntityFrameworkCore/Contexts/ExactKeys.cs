using Microsoft.EntityFrameworkCore;

namespace DodoUpsell.EntityFrameworkCore.Contexts;

/// <summary>
/// Determines whether PostgreSQL tells different keys apart, once for each store. Only then may statements change rows
/// whose keys were not read before.
/// </summary>
internal sealed class ExactKeys
{
    private bool? _areExact;

    /// <summary>
    /// Returns whether the database is PostgreSQL and no column of the table has a nondeterministic collation.
    /// </summary>
    public async ValueTask<bool> OnPostgresAsync<TRow>(DbContext context, CancellationToken cancellationToken)
        where TRow : class
    {
        if (!Provider.IsPostgres(context))
            return false;
        return _areExact ??= (
            await RawSql
                .ReadAsync(
                    context,
                    """
                    SELECT NOT EXISTS (
                        SELECT FROM pg_attribute JOIN pg_collation ON pg_collation.oid = attcollation
                        WHERE attrelid = CAST(@table AS regclass) AND NOT collisdeterministic
                    ) AS are_exact
                    """,
                    command => [command.With("table", Table.Of<TRow>(context).Name)],
                    row => row.GetBoolean(0),
                    cancellationToken
                )
                .ConfigureAwait(false)
        ).Single();
    }
}
