using System.Data.Common;
using DodoUpsell.EntityFrameworkCore.Contexts;
using DodoUpsell.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace DodoUpsell.EntityFrameworkCore.Leases;

/// <summary>The statements for SQLite. Their cost does not grow with the rows that are finished or blocked.</summary>
/// <remarks>
/// They use the queue in the same way as <see cref="PostgresLeaseQueue{TRow}"/>. Each step is a transaction that holds
/// the write lock of the database, so no other lease can come in between. Steps are short, so that claims do not wait.
/// </remarks>
/// <param name="context">The context.</param>
/// <param name="scope">The parameters that select the rows of the account, and of the environment if the table has
/// environments.</param>
/// <param name="read">Reads a row.</param>
/// <param name="rules">What differs from other tables.</param>
internal sealed class SqliteLeaseQueue<TRow>(
    DbContext context,
    Func<DbCommand, IEnumerable<DbParameter>> scope,
    Func<DbDataReader, TRow> read,
    LeaseRules<TRow> rules
) : LeaseQueue<TRow>
    where TRow : LeasedRow
{
    private readonly SqliteLeaseSql _sql = SqliteLeaseSql.Of(Table.Of<TRow>(context));

    public override async Task<IReadOnlyList<TRow>> LeaseDueAsync(
        DateTime now,
        DateTime until,
        int maxCount,
        CancellationToken cancellationToken
    )
    {
        var leased = new List<TRow>();
        while (true)
        {
            var (rows, moved) = await SqliteTransaction
                .RunAsync(
                    context,
                    () => StepAsync(now, until, maxCount - leased.Count, cancellationToken),
                    cancellationToken
                )
                .ConfigureAwait(false);
            leased.AddRange(rows);
            if (moved == 0)
                return leased;
        }
    }

    public override async Task<bool> EndAsync(
        string id,
        Guid leaseToken,
        LeaseEnd end,
        CancellationToken cancellationToken
    )
    {
        IEnumerable<DbParameter> Held(DbCommand command) => [command.With("id", id), command.With("token", leaseToken)];
        await ExecuteAsync(_sql.MoveNextBack, Held, cancellationToken).ConfigureAwait(false);
        return await ExecuteAsync(
                    _sql.End,
                    command =>
                        [
                            .. Held(command),
                            command.With("state", (int)end.State),
                            command.With("uncounted", end.Uncounted),
                            command.With("due", end.DueAt),
                            command.With("finished", end.FinishedAt),
                            command.With("error", end.Error),
                        ],
                    cancellationToken
                )
                .ConfigureAwait(false) == 1;
    }

    public override async Task<DateTime?> FindNextDueAsync(DateTime now, CancellationToken cancellationToken) =>
        (
            await RawSql
                .ReadAsync(
                    context,
                    _sql.NextDue,
                    command => [.. scope(command), command.With("now", now)],
                    row => row.TimeOrNull("next"),
                    cancellationToken
                )
                .ConfigureAwait(false)
        ).Single();

    public override async Task<int> PruneAsync(
        DateTime completedBefore,
        DateTime parkedBefore,
        CancellationToken cancellationToken
    )
    {
        int moved;
        do moved = await SqliteTransaction
            .RunAsync(context, () => ExecuteAsync(_sql.MoveAbandoned, _ => [], cancellationToken), cancellationToken)
            .ConfigureAwait(false);
        while (moved > 0);

        // The newest row of a subject may be deletable only after the others, so a pass that leaves rows is followed by
        // another one, as long as that deletes anything.
        for (var removed = 0; ; )
        {
            var completed = await PassAsync(InboxState.Completed, completedBefore, cancellationToken)
                .ConfigureAwait(false);
            var parked = await PassAsync(InboxState.Parked, parkedBefore, cancellationToken).ConfigureAwait(false);
            var deleted = completed.Deleted + parked.Deleted;
            removed += deleted;
            if (deleted == 0 || deleted == completed.Seen + parked.Seen)
                return removed;
        }
    }

    private async Task<(int Seen, int Deleted)> PassAsync(
        InboxState state,
        DateTime before,
        CancellationToken cancellationToken
    )
    {
        var (seen, deleted) = (0, 0);
        var after = (At: DateTime.MinValue, Id: "");
        while (true)
        {
            var (next, count, gone) = await SqliteTransaction
                .RunAsync(context, () => PruneOnceAsync(state, before, after, cancellationToken), cancellationToken)
                .ConfigureAwait(false);
            if (next is not { } last)
                return (seen, deleted);
            (seen, deleted, after) = (seen + count, deleted + gone, last);
        }
    }

    private async Task<((DateTime At, string Id)? Last, int Seen, int Deleted)> PruneOnceAsync(
        InboxState state,
        DateTime before,
        (DateTime At, string Id) after,
        CancellationToken cancellationToken
    )
    {
        IEnumerable<DbParameter> Parameters(DbCommand command) =>
            [
                command.With("state", (int)state),
                command.With("before", before),
                command.With("after", after.At),
                command.With("last", after.Id),
            ];
        var batch = await RawSql
            .ReadAsync(
                context,
                _sql.Old,
                command => [.. scope(command), .. Parameters(command)],
                row => (row.Time("at"), row.Text("id")),
                cancellationToken
            )
            .ConfigureAwait(false);
        return batch is [.., var last]
            ? (
                last,
                batch.Count,
                await ExecuteAsync(_sql.Prune(rules.PrunableInSql), Parameters, cancellationToken).ConfigureAwait(false)
            )
            : (null, 0, 0);
    }

    // Rows of busy subjects may stand in front of free ones. They are moved out of the way, a limited number at a time.
    private async Task<(List<TRow> Leased, int Moved)> StepAsync(
        DateTime now,
        DateTime until,
        int maxCount,
        CancellationToken cancellationToken
    )
    {
        var leased = await LeaseOnceAsync(now, until, maxCount, cancellationToken).ConfigureAwait(false);
        var moved =
            leased.Count == maxCount
                ? 0
                : await ExecuteAsync(_sql.MoveBehind, command => [command.With("now", now)], cancellationToken)
                    .ConfigureAwait(false);
        return (leased, moved);
    }

    private async Task<List<TRow>> LeaseOnceAsync(
        DateTime now,
        DateTime until,
        int maxCount,
        CancellationToken cancellationToken
    )
    {
        // In the form in which SQLite keeps ids.
        var tokens = string.Join(
            ',',
            Enumerable.Range(0, maxCount).Select(_ => $"\"{Guid.NewGuid().ToString().ToUpperInvariant()}\"")
        );
        await ExecuteAsync(_sql.EndLost, command => [command.With("now", now)], cancellationToken)
            .ConfigureAwait(false);
        var count = await ExecuteAsync(
                _sql.Lease,
                command =>
                    [
                        command.With("now", now),
                        command.With("until", until),
                        command.With("max", maxCount),
                        command.With("tokens", $"[{tokens}]"),
                    ],
                cancellationToken
            )
            .ConfigureAwait(false);
        return count == 0
            ? []
            : await RawSql
                .ReadAsync(
                    context,
                    _sql.LeasedWith(rules.AlsoReadInSql),
                    command => [.. scope(command), command.With("tokens", $"[{tokens}]")],
                    read,
                    cancellationToken
                )
                .ConfigureAwait(false);
    }

    private Task<int> ExecuteAsync(
        string sql,
        Func<DbCommand, IEnumerable<DbParameter>> parameters,
        CancellationToken cancellationToken
    ) => RawSql.ExecuteAsync(context, sql, command => [.. scope(command), .. parameters(command)], cancellationToken);
}
