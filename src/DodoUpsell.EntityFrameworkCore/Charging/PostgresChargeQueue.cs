using System.Data.Common;
using DodoUpsell.EntityFrameworkCore.Contexts;
using Microsoft.EntityFrameworkCore;

namespace DodoUpsell.EntityFrameworkCore.Charging;

/// <summary>The statements for PostgreSQL: one for each lease of several rows, and one for each batch that is pruned.</summary>
/// <param name="context">The context.</param>
/// <param name="account">The name of the account.</param>
/// <param name="environment">The environment.</param>
internal sealed class PostgresChargeQueue(DbContext context, string account, DodoEnvironment environment) : ChargeQueue
{
    private const int PruneBatch = 2000;
    private const string Mine = "account = @account AND environment = @environment";

    // The states from 4 are final. The index for pruning covers them.
    private const string Old = $"{Mine} AND state >= 4 AND settled_at < @before";

    private readonly string _table = Table.Of<ChargeRow>(context).Name;

    public override async Task<List<ChargeRow>> LeaseDueAsync(
        DateTime now,
        DateTime until,
        int maxCount,
        CancellationToken cancellationToken
    ) =>
        await RawSql
            .ReadAsync(
                context,
                $"""
                WITH due AS MATERIALIZED (
                    SELECT charge_key, next_check_at AS due_at FROM {_table} WHERE {Mine} AND next_check_at <= @now
                    ORDER BY next_check_at, charge_key LIMIT @max FOR UPDATE SKIP LOCKED
                ), leased AS (
                    UPDATE {_table} SET next_check_at = @until
                    WHERE {Mine} AND charge_key = ANY(ARRAY(SELECT charge_key FROM due)) RETURNING *
                )
                SELECT leased.* FROM leased JOIN due USING (charge_key) ORDER BY due_at, charge_key
                """,
                command =>
                    [
                        .. Scope(command),
                        command.With("now", now),
                        command.With("until", until),
                        command.With("max", maxCount),
                    ],
                ChargeRows.Read,
                cancellationToken
            )
            .ConfigureAwait(false);

    public override async Task<int> PruneAsync(DateTime settledBefore, CancellationToken cancellationToken)
    {
        for (var removed = 0; ; )
        {
            // The state is compared again because a key may have been claimed again since its row was chosen. It is
            // compared as an expression, so that the rows are found by their keys whatever the statistics say.
            var deleted = await RawSql
                .ExecuteAsync(
                    context,
                    $"""
                    DELETE FROM {_table} WHERE {Mine} AND state + 0 >= 4 AND charge_key = ANY(ARRAY(
                        SELECT charge_key FROM {_table} WHERE {Old} ORDER BY settled_at LIMIT {PruneBatch}
                        FOR UPDATE SKIP LOCKED))
                    """,
                    command => [.. Scope(command), command.With("before", settledBefore)],
                    cancellationToken
                )
                .ConfigureAwait(false);
            removed += deleted;
            if (deleted == 0)
                return removed;
        }
    }

    private IEnumerable<DbParameter> Scope(DbCommand command) =>
        [command.With("account", account), command.With("environment", (int)environment)];
}
