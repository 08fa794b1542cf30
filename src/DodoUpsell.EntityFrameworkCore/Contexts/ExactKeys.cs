using Microsoft.EntityFrameworkCore;

namespace DodoUpsell.EntityFrameworkCore.Contexts;

/// <summary>
/// Determines whether PostgreSQL or SQLite tells different keys apart, once for each store. Only then may statements
/// change rows whose keys were not read before.
/// </summary>
internal sealed class ExactKeys
{
    private bool? _areExact;

    /// <summary>
    /// Returns whether the database is PostgreSQL and no column of the table has a nondeterministic collation.
    /// </summary>
    public async ValueTask<bool> OnPostgresAsync<TRow>(DbContext context, CancellationToken cancellationToken)
        where TRow : class =>
        Provider.IsPostgres(context)
        && (
            _areExact ??= await ReadAsync(
                    context,
                    """
                    SELECT NOT EXISTS (
                        SELECT FROM pg_attribute JOIN pg_collation ON pg_collation.oid = attcollation
                        WHERE attrelid = CAST(@table AS regclass) AND NOT collisdeterministic
                    ) AS are_exact
                    """,
                    Table.Of<TRow>(context).Name,
                    cancellationToken
                )
                .ConfigureAwait(false)
        );

    /// <summary>
    /// Returns whether the database is SQLite and each column in an index of the table has the collation BINARY.
    /// </summary>
    public async ValueTask<bool> OnSqliteAsync<TRow>(DbContext context, CancellationToken cancellationToken)
        where TRow : class =>
        Provider.IsSqlite(context)
        && (
            _areExact ??= await ReadAsync(
                    context,
                    """
                    SELECT NOT EXISTS (
                        SELECT 1 FROM pragma_index_list(@table) AS list, pragma_index_xinfo(list.name) AS indexed
                        WHERE indexed.key = 1 AND indexed.coll <> 'BINARY'
                    ) AS are_exact
                    """,
                    context.Model.FindEntityType(typeof(TRow))!.GetTableName()!,
                    cancellationToken
                )
                .ConfigureAwait(false)
        );

    private static async Task<bool> ReadAsync(
        DbContext context,
        string sql,
        string table,
        CancellationToken cancellationToken
    ) =>
        (
            await RawSql
                .ReadAsync(
                    context,
                    sql,
                    command => [command.With("table", table)],
                    row => row.GetBoolean(0),
                    cancellationToken
                )
                .ConfigureAwait(false)
        ).Single();
}
