using System.Data.Common;
using DodoUpsell.EntityFrameworkCore.Contexts;
using Microsoft.EntityFrameworkCore;

namespace DodoUpsell.EntityFrameworkCore.Charging;

/// <summary>
/// The statements for SQLite: one transaction for each lease of several rows, and one for each batch that is pruned.
/// </summary>
/// <param name="context">The context.</param>
/// <param name="account">The name of the account.</param>
/// <param name="environment">The environment.</param>
internal sealed class SqliteChargeQueue(DbContext context, string account, DodoEnvironment environment) : ChargeQueue
{
    private const int PruneBatch = 1000;
    private const string Mine = "account = @account AND environment = @environment";

    private readonly string _table = Table.Of<ChargeRow>(context).Name;

    public override Task<List<ChargeRow>> LeaseDueAsync(
        DateTime now,
        DateTime until,
        int maxCount,
        CancellationToken cancellationToken
    )
    {
        var due =
            $"FROM {_table} WHERE {Mine} AND next_check_at <= @now " + "ORDER BY next_check_at, charge_key LIMIT @max";
        IEnumerable<DbParameter> Parameters(DbCommand command) =>
            [.. Scope(command), command.With("now", now), command.With("until", until), command.With("max", maxCount)];
        return SqliteTransaction.RunAsync(
            context,
            async () =>
            {
                var rows = await RawSql
                    .ReadAsync(context, $"SELECT * {due}", Parameters, ChargeRows.Read, cancellationToken)
                    .ConfigureAwait(false);
                if (rows.Count > 0)
                    await RawSql
                        .ExecuteAsync(
                            context,
                            $"UPDATE {_table} SET next_check_at = @until WHERE rowid IN (SELECT rowid {due})",
                            Parameters,
                            cancellationToken
                        )
                        .ConfigureAwait(false);
                return rows;
            },
            cancellationToken
        );
    }

    public override async Task<int> PruneAsync(DateTime settledBefore, CancellationToken cancellationToken)
    {
        for (var removed = 0; ; )
        {
            var deleted = await SqliteTransaction
                .RunAsync(context, () => PruneOnceAsync(settledBefore, cancellationToken), cancellationToken)
                .ConfigureAwait(false);
            removed += deleted;
            if (deleted == 0)
                return removed;
        }
    }

    // The states from 4 are final. The index for pruning covers them.
    private Task<int> PruneOnceAsync(DateTime settledBefore, CancellationToken cancellationToken) =>
        RawSql.ExecuteAsync(
            context,
            $"""
            DELETE FROM {_table} WHERE rowid IN (
                SELECT rowid FROM {_table}
                WHERE {Mine} AND state >= 4 AND settled_at < @before ORDER BY settled_at LIMIT {PruneBatch}
            )
            """,
            command => [.. Scope(command), command.With("before", settledBefore)],
            cancellationToken
        );

    private IEnumerable<DbParameter> Scope(DbCommand command) =>
        [command.With("account", account), command.With("environment", (int)environment)];
}
