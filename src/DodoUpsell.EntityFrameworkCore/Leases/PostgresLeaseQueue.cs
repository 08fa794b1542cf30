using System.Data.Common;
using DodoUpsell.EntityFrameworkCore.Contexts;
using DodoUpsell.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace DodoUpsell.EntityFrameworkCore.Leases;

/// <summary>The statements for PostgreSQL. Their cost does not grow with the rows that are finished or blocked.</summary>
/// <remarks>
/// Rows that wait for a subject that is being handled are moved behind its leased row, out of the queue, so that they
/// are looked at once. The end of the lease moves the first of them back. No statement waits for the lock of another
/// lease, so nodes do not slow each other down and cannot deadlock.
/// </remarks>
/// <param name="context">The context.</param>
/// <param name="scope">The parameters that select the rows of the account, and of the environment if the table has
/// environments.</param>
/// <param name="read">Reads a row.</param>
/// <param name="rules">What differs from other tables.</param>
internal sealed class PostgresLeaseQueue<TRow>(
    DbContext context,
    Func<DbCommand, IEnumerable<DbParameter>> scope,
    Func<DbDataReader, TRow> read,
    LeaseRules<TRow> rules
) : LeaseQueue<TRow>
    where TRow : LeasedRow
{
    private const string UniqueViolation = "23505";

    private readonly PostgresLeaseSql _sql = PostgresLeaseSql.Of(Table.Of<TRow>(context));

    public override async Task<IReadOnlyList<TRow>> LeaseDueAsync(
        DateTime now,
        DateTime until,
        int maxCount,
        CancellationToken cancellationToken
    )
    {
        var leased = new List<TRow>();
        do
        {
            leased.AddRange(
                await LeaseOnceAsync(now, until, maxCount - leased.Count, cancellationToken).ConfigureAwait(false)
            );
        } while (
            // Rows of busy subjects may stand in front of free ones.
            leased.Count < maxCount
            && await MoveBehindAsync(now, cancellationToken).ConfigureAwait(false) > 0
        );
        return leased;
    }

    public override async Task<bool> EndAsync(
        string id,
        Guid leaseToken,
        LeaseEnd end,
        CancellationToken cancellationToken
    ) =>
        await RawSql
            .ExecuteAsync(
                context,
                _sql.End,
                command =>
                    [
                        .. scope(command),
                        command.With("id", id),
                        command.With("token", leaseToken),
                        command.With("state", (int)end.State),
                        command.With("uncounted", end.Uncounted),
                        command.With("due", end.DueAt),
                        command.With("finished", end.FinishedAt),
                        command.With("error", end.Error),
                    ],
                cancellationToken
            )
            .ConfigureAwait(false) == 1;

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
        do moved = await RawSql
            .ExecuteAsync(context, _sql.MoveAbandoned, scope, cancellationToken)
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
        var (at, id) = (DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc), "");
        while (true)
        {
            var batch = (
                await RawSql
                    .ReadAsync(
                        context,
                        _sql.Prune(state, rules.PrunableInSql),
                        command =>
                            [
                                .. scope(command),
                                command.With("before", before),
                                command.With("after", at),
                                command.With("last", id),
                            ],
                        row =>
                            (
                                Seen: row.Number("seen"),
                                Deleted: row.Number("deleted"),
                                LastAt: row.TimeOrNull("last_at"),
                                LastId: row.TextOrNull("last_id")
                            ),
                        cancellationToken
                    )
                    .ConfigureAwait(false)
            ).Single();
            if (batch is not { LastAt: { } lastAt, LastId: { } lastId })
                return (seen, deleted);
            (seen, deleted) = (seen + batch.Seen, deleted + batch.Deleted);
            (at, id) = (lastAt, lastId);
        }
    }

    private async Task<List<TRow>> LeaseOnceAsync(
        DateTime now,
        DateTime until,
        int maxCount,
        CancellationToken cancellationToken
    )
    {
        var tokens = Enumerable.Range(0, maxCount).Select(_ => Guid.NewGuid()).ToArray();
        var isRepeated = false;
        IEnumerable<DbParameter> Parameters(DbCommand command) =>
            [
                .. scope(command),
                command.With("now", now),
                command.With("until", until),
                command.With("max", maxCount),
                command.With("tokens", tokens),
            ];
        async Task<List<TRow>> TryAsync(CancellationToken cancel)
        {
            // If rows are leased with these tokens, the result of the first execution was lost.
            var leased = isRepeated
                ? await RawSql
                    .ReadAsync(context, _sql.LeasedWith(rules.AlsoReadInSql), Parameters, read, cancel)
                    .ConfigureAwait(false)
                : [];
            isRepeated = true;
            return leased.Count > 0
                ? leased
                : await RawSql
                    .ReadAsync(context, _sql.Lease(rules.AlsoReadInSql), Parameters, read, cancel)
                    .ConfigureAwait(false);
        }

        try
        {
            return await context
                .Database.CreateExecutionStrategy()
                .ExecuteAsync(TryAsync, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (DbException e) when (e.SqlState == UniqueViolation)
        {
            // Another node leased a row of one of the subjects that this statement could not see yet. Nothing changed.
            return [];
        }
    }

    private Task<int> MoveBehindAsync(DateTime now, CancellationToken cancellationToken) =>
        RawSql.ExecuteAsync(
            context,
            _sql.MoveBehind,
            command => [.. scope(command), command.With("now", now)],
            cancellationToken
        );
}
