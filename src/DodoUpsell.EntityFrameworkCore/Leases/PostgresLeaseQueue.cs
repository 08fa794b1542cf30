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
        var turn = await TurnAsync([], now, until, maxCount, cancellationToken).ConfigureAwait(false);
        return await WithBusyMovedAsync(turn, now, until, maxCount, cancellationToken).ConfigureAwait(false);
    }

    public override async Task<(IReadOnlyList<string> Completed, IReadOnlyList<TRow> Leased)?> CompleteAndLeaseAsync(
        IReadOnlyList<(string Id, Guid LeaseToken)> handled,
        DateTime now,
        DateTime until,
        int maxCount,
        CancellationToken cancellationToken
    )
    {
        if (await TurnAsync(handled, now, until, maxCount, cancellationToken).ConfigureAwait(false) is not { } turn)
            return null;
        var leased = await WithBusyMovedAsync(turn, now, until, maxCount, cancellationToken).ConfigureAwait(false);
        return (turn.Completed, leased);
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
        // Each server asks once an hour, and mostly there is nothing.
        var isAnything = await RawSql
            .ReadAsync(
                context,
                _sql.IsAnythingToPrune,
                command =>
                    [
                        .. scope(command),
                        command.With(nameof(InboxState.Completed), completedBefore),
                        command.With(nameof(InboxState.Parked), parkedBefore),
                    ],
                row => row.GetBoolean(0),
                cancellationToken
            )
            .ConfigureAwait(false);
        if (!isAnything.Single())
            return 0;

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

    /// <summary>Leases further rows if rows of busy subjects stood in front of them.</summary>
    private async Task<List<TRow>> WithBusyMovedAsync(
        Turn? turn,
        DateTime now,
        DateTime until,
        int maxCount,
        CancellationToken cancellationToken
    )
    {
        var leased = turn?.Leased ?? [];
        while (
            leased.Count < maxCount
            && turn is not { AreLeft: false }
            && await MoveBehindAsync(now, cancellationToken).ConfigureAwait(false) > 0
        )
        {
            turn = await TurnAsync([], now, until, maxCount - leased.Count, cancellationToken).ConfigureAwait(false);
            leased.AddRange(turn?.Leased ?? []);
        }

        return leased;
    }

    /// <summary>Completes rows and leases rows. Returns null if another node leased at the same moment.</summary>
    private async Task<Turn?> TurnAsync(
        IReadOnlyList<(string Id, Guid LeaseToken)> handled,
        DateTime now,
        DateTime until,
        int maxCount,
        CancellationToken cancellationToken
    )
    {
        var tokens = Enumerable.Range(0, maxCount).Select(_ => Guid.NewGuid()).ToArray();
        var ids = handled.Select(row => row.Id).ToArray();
        var held = handled.Select(row => row.LeaseToken).ToArray();
        var isRepeated = false;
        IEnumerable<DbParameter> Parameters(DbCommand command) =>
            [
                .. scope(command),
                command.With("now", now),
                command.With("until", until),
                command.With("max", maxCount),
                command.With("tokens", tokens),
                command.With("handled", ids),
                command.With("held", held),
            ];
        async Task<Turn> TryAsync(CancellationToken cancel)
        {
            // If rows have these tokens, the result of the first execution was lost.
            if (isRepeated)
            {
                var first = await RawSql
                    .ReadResultsAsync(context, _sql.TurnBefore(rules.AlsoReadInSql), Parameters, ReadTurnAsync, cancel)
                    .ConfigureAwait(false);
                if (first.Completed.Count + first.Leased.Count > 0)
                    return first;
            }

            isRepeated = true;
            return await RawSql
                .ReadResultsAsync<Turn>(
                    context,
                    handled.Count == 0 ? _sql.Lease(rules.AlsoReadInSql)
                        : maxCount == 0 ? _sql.Complete
                        : _sql.CompleteAndLease(rules.AlsoReadInSql),
                    Parameters,
                    handled.Count == 0 ? ReadLeasedAsync : ReadTurnAsync,
                    cancel
                )
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
            return null;
        }
    }

    private async Task<Turn> ReadTurnAsync(DbDataReader reader, CancellationToken cancellationToken)
    {
        var completed = await RawSql
            .RowsAsync(reader, row => row.GetString(0), cancellationToken)
            .ConfigureAwait(false);
        await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        var turn = await ReadLeasedAsync(reader, cancellationToken).ConfigureAwait(false);
        return turn with { Completed = completed };
    }

    private async Task<Turn> ReadLeasedAsync(DbDataReader reader, CancellationToken cancellationToken)
    {
        // Without a leased row, it is unknown whether rows were left.
        var areLeft = true;
        var leased = await RawSql
            .RowsAsync(
                reader,
                row =>
                {
                    areLeft = row.GetBoolean(row.GetOrdinal(PostgresLeaseSql.AreLeft));
                    return read(row);
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        return new Turn([], leased, areLeft);
    }

    private Task<int> MoveBehindAsync(DateTime now, CancellationToken cancellationToken) =>
        RawSql.ExecuteAsync(
            context,
            _sql.MoveBehind,
            command => [.. scope(command), command.With("now", now)],
            cancellationToken
        );

    /// <param name="Completed">The ids of the completed rows.</param>
    /// <param name="Leased">The leased rows.</param>
    /// <param name="AreLeft">Whether due rows may have been left, because they are busy or taken.</param>
    private sealed record Turn(List<string> Completed, List<TRow> Leased, bool AreLeft);
}
