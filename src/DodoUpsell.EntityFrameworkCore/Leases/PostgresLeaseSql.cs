using System.Runtime.CompilerServices;
using DodoUpsell.EntityFrameworkCore.Contexts;
using DodoUpsell.Webhooks;

namespace DodoUpsell.EntityFrameworkCore.Leases;

/// <summary>The statements of <see cref="PostgresLeaseQueue{TRow}"/> for one table.</summary>
/// <remarks>
/// Their plans must not depend on statistics, which are wrong during a burst. Therefore each statement names the state
/// that a partial index covers, limits are constants, and rows are updated by a list of keys.
/// </remarks>
internal sealed class PostgresLeaseSql
{
    // How many rows at the front of the queue are looked at for one lease.
    private const int Front = 64;

    // How many rows of busy subjects are moved out of the way at a time.
    private const int Moved = 1000;

    private const int PruneBatch = 2000;

    /// <summary>The column of leased rows that tells whether due rows were left that are busy or taken.</summary>
    public const string AreLeft = "are_left";

    private static readonly ConditionalWeakTable<Table, PostgresLeaseSql> Known = [];

    private readonly Func<string, string, string> _lease;
    private readonly Func<string, string> _leasedWith;
    private readonly string _completedBefore;
    private readonly Func<int, string, string> _prune;

    private PostgresLeaseSql(Table table)
    {
        var name = table.Name;
        var id = table[nameof(LeasedRow.Id)];
        var subject = table[nameof(LeasedRow.Subject)];
        var busySubject = table[nameof(LeasedRow.LeasedSubject)];
        var arrived = table[nameof(LeasedRow.ArrivedAt)];
        var order = $"due_at, {arrived}, {id}";

        // The planner must not know the account: for one that is not in its statistics, it takes every plan for cheap and
        // makes a new one for each call, and then for the calls of all accounts on the same connection.
        var scope = string.Join(
            " AND ",
            table.Keys.Where(key => key.Name != id).Select(key => $"{key.Name} = (SELECT @{key.Name})")
        );
        var queued = $"{scope} AND state = 0 AND waits_behind = 0";

        // Rows are found by their keys and compared with an expression. With a plain comparison, the planner can prefer
        // to read a whole partial index, which it takes for empty during a burst.
        var stillQueued = "state + 0 = 0 AND waits_behind + 0 = 0";

        // Read by the index on the end of the leases, which stays small, because its old entries lie together.
        string Busy(string condition = "") =>
            $"SELECT subject FROM (SELECT {busySubject} AS subject FROM {name} WHERE {scope} AND state = 1 "
            + $"AND leased_until > {(condition == "" ? "'-infinity'" : condition)} OFFSET 0) leased "
            + "WHERE subject IS NOT NULL";
        var held = $"{scope} AND {id} = @id AND state + 0 = 1 AND lease_token = @token";

        _lease = (also, commit) =>
            $"""
                UPDATE {name} SET state = 0, lease_token = NULL, leased_until = NULL, {busySubject} = NULL
                WHERE {scope} AND state + 0 = 1 AND {id} = ANY(ARRAY(
                    SELECT {id} FROM {name} WHERE {scope} AND state = 1 AND leased_until <= @now FOR UPDATE SKIP LOCKED));
                WITH busy AS MATERIALIZED (
                    {Busy()}
                ), nearest AS MATERIALIZED (
                    SELECT {id}, {subject} AS subject, due_at, {arrived} FROM {name} WHERE {queued} AND due_at <= @now
                    ORDER BY {order} LIMIT {Front}
                ), front AS MATERIALIZED (
                    SELECT * FROM nearest WHERE subject NOT IN (SELECT subject FROM busy)
                ), free AS MATERIALIZED (
                    SELECT {id} FROM (
                        SELECT {id}, subject, row_number() OVER (PARTITION BY subject ORDER BY {order}) AS place FROM front
                    ) numbered WHERE place = 1 OR subject = ''
                ), chosen AS MATERIALIZED (
                    SELECT {id} FROM {name}
                    WHERE {scope} AND {stillQueued} AND {id} = ANY(ARRAY(SELECT {id} FROM free))
                    ORDER BY {order} LIMIT @max FOR UPDATE SKIP LOCKED
                ), leased AS (
                    UPDATE {name} SET state = 1, attempts = attempts + 1, leased_until = @until,
                        lease_token = (@tokens)[array_position(ARRAY(SELECT {id}::text FROM chosen), {id}::text)],
                        {busySubject} = NULLIF({subject}, '')
                    WHERE {scope} AND {stillQueued} AND {id} = ANY(ARRAY(SELECT {id} FROM chosen))
                    RETURNING *
                )
                SELECT leased.*{also}, (SELECT count(*) FROM nearest) > (SELECT count(*) FROM chosen) AS {AreLeft}
                FROM leased CROSS JOIN (SELECT {commit} OFFSET 0) committed
                ORDER BY {order}
                """;
        _leasedWith = also =>
            $"""
                SELECT leased.*{also}, true AS {AreLeft} FROM {name} leased
                WHERE {scope} AND state = 1 AND lease_token = ANY(@tokens)
                ORDER BY {order}
                """;
        MoveBehind = $"""
            WITH front AS MATERIALIZED (
                SELECT {id}, {subject} AS subject FROM {name} WHERE {queued} AND due_at <= @now AND {subject} <> ''
                ORDER BY {order} LIMIT {Moved}
            ), busy AS MATERIALIZED (
                SELECT {busySubject} AS subject FROM {name}
                WHERE {scope} AND state = 1 AND leased_until > '-infinity' FOR SHARE SKIP LOCKED
            )
            UPDATE {name} SET waits_behind = 1 WHERE {scope} AND {stillQueued} AND {id} = ANY(ARRAY(
                SELECT {id} FROM {name} WHERE {scope} AND {stillQueued} AND {id} = ANY(ARRAY(
                    SELECT {id} FROM front WHERE subject IN (SELECT subject FROM busy)))
                FOR UPDATE SKIP LOCKED))
            """;
        End = $"""
            SELECT 1 FROM {name} WHERE {held} FOR UPDATE;
            WITH next AS (
                UPDATE {name} SET waits_behind = 0 WHERE {scope} AND waits_behind + 0 = 1 AND {id} = (
                    SELECT {id} FROM {name}
                    WHERE {scope} AND waits_behind = 1 AND {subject} = (SELECT {busySubject} FROM {name} WHERE {held})
                    ORDER BY {order} LIMIT 1)
            )
            UPDATE {name} SET state = @state, attempts = attempts - @uncounted, due_at = COALESCE(@due, due_at),
                finished_at = COALESCE(@finished, finished_at), last_error = COALESCE(@error, last_error),
                lease_token = NULL, leased_until = NULL, {busySubject} = NULL
            WHERE {held}
            """;
        // The planner must not know the number of keys, or it makes a new plan for each call.
        var ids = "ANY(ARRAY(SELECT unnest(@handled)))";
        var handled =
            $"{scope} AND {id} = {ids} AND state + 0 = 1 "
            + $"AND lease_token = (@held)[array_position(@handled, {id}::text)]";
        Complete = $"""
            SELECT {id} FROM {name} WHERE {handled} ORDER BY {id} FOR UPDATE;
            WITH ending AS MATERIALIZED (
                SELECT {busySubject} AS subject FROM {name} WHERE {handled}
            ), next AS (
                UPDATE {name} SET waits_behind = 0 WHERE {scope} AND waits_behind + 0 = 1 AND {id} = ANY(ARRAY(
                    SELECT (
                        SELECT {id} FROM {name} WHERE {scope} AND waits_behind = 1 AND {subject} = ending.subject
                        ORDER BY {order} LIMIT 1
                    ) FROM ending WHERE subject IS NOT NULL))
            )
            UPDATE {name} SET state = 2, finished_at = @now, lease_token = NULL, leased_until = NULL, {busySubject} = NULL
            WHERE {handled}
            """;
        _completedBefore =
            $"SELECT {id} FROM {name} WHERE {scope} AND {id} = {ids} AND state + 0 = 2 AND finished_at = @now";
        NextDue = $"""
            WITH busy AS MATERIALIZED (
                {Busy("@now")}
            )
            SELECT LEAST(
                (SELECT due_at FROM {name} WHERE {queued} AND {subject} NOT IN (SELECT subject FROM busy)
                    ORDER BY {order} LIMIT 1),
                (SELECT leased_until FROM {name} WHERE {scope} AND state = 1 ORDER BY leased_until LIMIT 1)
            ) AS next
            """;
        MoveAbandoned = $"""
            UPDATE {name} SET waits_behind = 0 WHERE {scope} AND waits_behind + 0 = 1 AND {id} = ANY(ARRAY(
                SELECT {id} FROM {name} WHERE {scope} AND waits_behind = 1 AND {subject} NOT IN (
                    SELECT {busySubject} FROM {name} WHERE {scope} AND state = 1 AND {busySubject} IS NOT NULL)
                LIMIT {PruneBatch} FOR UPDATE SKIP LOCKED))
            """;
        string HasOld(InboxState state) =>
            $"(SELECT true FROM {name} WHERE {scope} AND state = {(int)state} AND finished_at < @{state} "
            + $"ORDER BY finished_at, {id} LIMIT 1)";
        IsAnythingToPrune = $"""
            SELECT COALESCE({HasOld(InboxState.Completed)}, {HasOld(InboxState.Parked)},
                (SELECT true FROM {name} WHERE {scope} AND waits_behind = 1 LIMIT 1), false) AS is_anything
            """;
        _prune = (state, condition) =>
            $"""
                WITH old AS MATERIALIZED (
                    SELECT * FROM {name} WHERE {scope} AND state = {state} AND finished_at < @before
                        AND (finished_at, {id}) > (@after, @last)
                    ORDER BY finished_at, {id} LIMIT {PruneBatch}
                ), deleted AS (
                    DELETE FROM {name} WHERE {scope} AND state + 0 = {state} AND {id} = ANY(ARRAY(
                        SELECT {id} FROM {name} WHERE {scope} AND state + 0 = {state} AND finished_at < @before
                            AND {id} = ANY(ARRAY(SELECT {id} FROM old WHERE {condition})) FOR UPDATE SKIP LOCKED))
                    RETURNING 1
                ), newest AS (
                    SELECT finished_at, {id} AS id FROM old ORDER BY finished_at DESC, {id} DESC LIMIT 1
                )
                SELECT (SELECT count(*) FROM old)::int AS seen, (SELECT count(*) FROM deleted)::int AS deleted,
                    (SELECT finished_at FROM newest) AS last_at, (SELECT id FROM newest) AS last_id
                """;
    }

    /// <summary>
    /// Ends the leases that have expired. Then leases the first due rows whose subjects are free, one of each subject.
    /// </summary>
    /// <remarks>
    /// The commit does not wait for the disk. If the server crashes before the lease is on disk, the row waits again,
    /// and its worker can record no result.
    /// </remarks>
    public string Lease(string alsoRead) => _lease(alsoRead, "set_config('synchronous_commit', 'off', true)");

    /// <summary>
    /// Completes rows and moves the next row of each subject back into the queue. The result has the completed rows.
    /// </summary>
    /// <remarks>
    /// The rows are locked by a statement of its own, because a statement does not see what was committed while it
    /// waited for a lock.
    /// </remarks>
    public string Complete { get; }

    /// <summary>
    /// Does the same, then leases. This commit waits for the disk, because of the completed rows.
    /// </summary>
    public string CompleteAndLease(string alsoRead) => $"{Complete};\n{_lease(alsoRead, "1")}";

    /// <summary>Reads what a call has completed and leased, for a repeated call whose first result was lost.</summary>
    public string TurnBefore(string alsoRead) => $"{_completedBefore};\n{_leasedWith(alsoRead)}";

    /// <summary>Moves rows of subjects that are being handled out of the queue.</summary>
    /// <remarks>
    /// The lock on the leased row makes the end of its lease wait, so that it finds every row that was moved behind it.
    /// A lease that is ending at this moment is skipped.
    /// </remarks>
    public string MoveBehind { get; }

    /// <summary>Ends a lease and moves the next row of its subject back into the queue.</summary>
    /// <remarks>As in <see cref="Complete"/>, the row is locked first.</remarks>
    public string End { get; }

    /// <summary>Reads the earliest time at which a lease is possible.</summary>
    public string NextDue { get; }

    /// <summary>Moves rows back into the queue whose leased row was changed or deleted by hand.</summary>
    public string MoveAbandoned { get; }

    /// <summary>
    /// Reads whether there are rows that were finished before <c>@Completed</c> or <c>@Parked</c>, or that wait outside
    /// the queue.
    /// </summary>
    public string IsAnythingToPrune { get; }

    public static PostgresLeaseSql Of(Table table) => Known.GetValue(table, known => new PostgresLeaseSql(known));

    /// <summary>
    /// Deletes a batch of the finished rows that follow a position and meet a condition on <c>old</c>, unless they were
    /// changed in the meantime.
    /// </summary>
    public string Prune(InboxState state, string condition) => _prune((int)state, condition);
}
