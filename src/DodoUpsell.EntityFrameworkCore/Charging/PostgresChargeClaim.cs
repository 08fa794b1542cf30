using System.Data.Common;
using System.Runtime.CompilerServices;
using DodoUpsell.EntityFrameworkCore.Contexts;
using Microsoft.EntityFrameworkCore;

namespace DodoUpsell.EntityFrameworkCore.Charging;

/// <summary>The claim of a key on PostgreSQL: one round trip, whether the key is free or taken.</summary>
internal sealed class PostgresChargeClaim
{
    private static readonly ConditionalWeakTable<Table, PostgresChargeClaim> Known = [];

    private readonly Table _table;
    private readonly string _sql;

    private PostgresChargeClaim(Table table)
    {
        _table = table;
        string Parameter(string column) => $"@p{table.Columns.TakeWhile(other => other.Name != column).Count()}";
        var sameKey = table.Keys.Select(key => $"{key.Name} = {Parameter(key.Name)}");
        var writeId = table[nameof(ChargeRow.WriteId)];

        // A statement of its own, because an insert does not see the row of a claim that it waited for.
        _sql = $"""
            {table.InsertUnlessTaken} RETURNING 1;
            SELECT * FROM {table.Name} WHERE {string.Join(" AND ", sameKey)} AND {writeId} <> {Parameter(writeId)}
            """;
    }

    public static PostgresChargeClaim For(DbContext context) =>
        Known.GetValue(Table.Of<ChargeRow>(context), table => new PostgresChargeClaim(table));

    /// <summary>Inserts a row unless its key is taken, and otherwise reads the row that has the key.</summary>
    /// <returns>Both are false and null if this very write stored the row before, or if the row was deleted at the same
    /// moment.</returns>
    /// <exception cref="DbUpdateException">The row could not be inserted, and its key is not taken.</exception>
    public async Task<(bool IsInserted, ChargeRow? Kept)> RunAsync(
        DbContext context,
        ChargeRow row,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await RawSql
                .ReadResultsAsync(
                    context,
                    _sql,
                    command => _table.Parameters(command, "p", row),
                    ReadAsync,
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
        catch (DbException e)
        {
            throw new DbUpdateException($"A row could not be inserted into {_table.Name}.", e);
        }
    }

    private static async Task<(bool IsInserted, ChargeRow? Kept)> ReadAsync(
        DbDataReader reader,
        CancellationToken cancellationToken
    )
    {
        if (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            return (true, null);
        await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        return (
            false,
            (await RawSql.RowsAsync(reader, ChargeRows.Read, cancellationToken).ConfigureAwait(false)).SingleOrDefault()
        );
    }
}
