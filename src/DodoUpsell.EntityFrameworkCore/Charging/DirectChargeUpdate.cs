using System.Data.Common;
using System.Runtime.CompilerServices;
using DodoUpsell.EntityFrameworkCore.Contexts;
using DodoUpsell.EntityFrameworkCore.Settlements;
using Microsoft.EntityFrameworkCore;

namespace DodoUpsell.EntityFrameworkCore.Charging;

/// <summary>
/// Updates a charge on PostgreSQL or SQLite if its version is the previous one, and inserts its settlement in the same
/// round trip and transaction.
/// </summary>
internal sealed class DirectChargeUpdate
{
    private static readonly ConditionalWeakTable<Table, DirectChargeUpdate> Known = [];

    private readonly Table _charges;
    private readonly Table _settlements;
    private readonly string _update;
    private readonly string _settle;

    private DirectChargeUpdate(Table charges, Table settlements)
    {
        (_charges, _settlements) = (charges, settlements);
        _update = charges.UpdateIfPrevious("c");

        // The id of this write tells whether it has updated the row.
        var updated = $"{charges.KeyOf("c")} AND {charges.Is("c", nameof(ChargeRow.WriteId))}";
        _settle = $"{_update};\n{settlements.InsertFrom($"{charges.Name} WHERE {updated}", "s")}";
    }

    public static DirectChargeUpdate For(DbContext context) =>
        Known.GetValue(
            Table.Of<ChargeRow>(context),
            charges => new DirectChargeUpdate(charges, Table.Of<SettlementRow>(context))
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
            // The statement changes one row, or two with the settlement.
            return await RawSql
                    .ExecuteAsync(context, settlement is null ? _update : _settle, Parameters, cancellationToken)
                    .ConfigureAwait(false) > 0;
        }
        catch (DbException e)
        {
            throw new DbUpdateException($"A row of {_charges.Name} could not be updated.", e);
        }
    }
}
