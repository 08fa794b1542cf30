using System.Data.Common;
using System.Runtime.CompilerServices;
using DodoUpsell.EntityFrameworkCore.Contexts;
using DodoUpsell.EntityFrameworkCore.Settlements;
using Microsoft.EntityFrameworkCore;

namespace DodoUpsell.EntityFrameworkCore.Charging;

/// <summary>
/// Updates a charge on PostgreSQL if its version is the previous one, and inserts its settlement in the same statement.
/// </summary>
internal sealed class PostgresChargeUpdate
{
    private static readonly ConditionalWeakTable<Table, PostgresChargeUpdate> Known = [];

    private readonly Table _charges;
    private readonly Table _settlements;
    private readonly string _update;
    private readonly string _settle;

    private PostgresChargeUpdate(Table charges, Table settlements)
    {
        (_charges, _settlements) = (charges, settlements);
        var assignments = charges.Columns.Select(
            (column, index) => (column.Property.IsPrimaryKey(), Text: $"{column.Name} = @c{index}")
        );
        var (keys, values) = (
            assignments.Where(column => column.Item1).Select(column => column.Text),
            assignments.Where(column => !column.Item1).Select(column => column.Text)
        );
        _update =
            $"UPDATE {charges.Name} SET {string.Join(", ", values)} "
            + $"WHERE {string.Join(" AND ", keys)} AND version = @previous";
        _settle =
            $"WITH changed AS ({_update} RETURNING 1), settled AS ({settlements.InsertFrom("changed", "s")}) "
            + """SELECT count(*)::int AS "Value" FROM changed""";
    }

    public static PostgresChargeUpdate For(DbContext context) =>
        Known.GetValue(
            Table.Of<ChargeRow>(context),
            charges => new PostgresChargeUpdate(charges, Table.Of<SettlementRow>(context))
        );

    /// <summary>Returns whether the row was updated. A settlement whose id exists is not inserted again.</summary>
    /// <exception cref="DbUpdateException">The statement failed.</exception>
    public async Task<bool> RunAsync(
        DbContext context,
        ChargeRow row,
        SettlementRow? settlement,
        CancellationToken cancellationToken
    )
    {
        IEnumerable<DbParameter> Parameters(DbCommand command) =>
            [
                .. _charges.Parameters(command, "c", row),
                command.With("previous", row.Version - 1),
                .. settlement is null ? [] : _settlements.Parameters(command, "s", settlement),
            ];
        try
        {
            return settlement is null
                ? await RawSql.ExecuteAsync(context, _update, Parameters, cancellationToken).ConfigureAwait(false) == 1
                : (await RawSql.ValuesAsync<int>(context, _settle, Parameters, cancellationToken).ConfigureAwait(false))
                    is [1];
        }
        catch (DbException e)
        {
            throw new DbUpdateException($"A row of {_charges.Name} could not be updated.", e);
        }
    }
}
