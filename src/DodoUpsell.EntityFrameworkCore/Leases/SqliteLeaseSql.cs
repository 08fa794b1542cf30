using System.Runtime.CompilerServices;
using DodoUpsell.EntityFrameworkCore.Contexts;

namespace DodoUpsell.EntityFrameworkCore.Leases;

/// <summary>The statements of <see cref="SqliteLeaseQueue{TRow}"/> for one table.</summary>
/// <remarks>Each names the state that a partial index covers, so that SQLite reads that index.</remarks>
internal sealed class SqliteLeaseSql
{
    // How many rows at the front of the queue are looked at for one lease.
    private const int Front = 64;

    // How many rows of busy subjects are moved out of the way at a time.
    private const int Moved = 1000;

    private const int PruneBatch = 1000;

    private static readonly ConditionalWeakTable<Table, SqliteLeaseSql> Known = [];

    private readonly Func<string, string> _leasedWith;
    private readonly Func<string, string> _prune;

    private SqliteLeaseSql(Table table)
    {
        var name = table.Name;
        var id = table[nameof(LeasedRow.Id)];
        var subject = table[nameof(LeasedRow.Subject)];
        var busySubject = table[nameof(LeasedRow.LeasedSubject)];
        var arrived = table[nameof(LeasedRow.ArrivedAt)];
        var order = $"due_at, {arrived}, {id}";
        var scope = string.Join(
            " AND ",
            table.Keys.Where(key => key.Name != id).Select(key => $"{key.Name} = @{key.Name.Trim('"')}")
        );
        var queued = $"{scope} AND state = 0 AND waits_behind = 0";
        var held = $"{scope} AND {id} = @id AND state = 1 AND lease_token = @token";
        var busy = $"SELECT {busySubject} FROM {name} WHERE {scope} AND state = 1 " + $"AND {busySubject} IS NOT NULL";

        EndLost = $"""
            UPDATE {name} SET state = 0, lease_token = NULL, leased_until = NULL, {busySubject} = NULL
            WHERE {scope} AND state = 1 AND leased_until <= @now
            """;
        Lease = $"""
            UPDATE {name} SET state = 1, attempts = attempts + 1, leased_until = @until,
                lease_token = json_extract(@tokens, '$[' || (chosen.rank - 1) || ']'), {busySubject} = NULLIF({subject}, '')
            FROM (
                SELECT place, row_number() OVER (ORDER BY {order}) AS rank FROM (
                    SELECT place, subject, {order}, row_number() OVER (PARTITION BY subject ORDER BY {order}) AS number
                    FROM (
                        SELECT rowid AS place, {subject} AS subject, {order} FROM {name}
                        WHERE {queued} AND due_at <= @now ORDER BY {order} LIMIT {Front}
                    ) WHERE subject NOT IN ({busy})
                ) WHERE number = 1 OR subject = '' ORDER BY {order} LIMIT @max
            ) AS chosen WHERE {name}.rowid = chosen.place
            """;
        _leasedWith = also =>
            $"""
                SELECT leased.*{also} FROM {name} leased
                WHERE {scope} AND state = 1 AND lease_token IN (SELECT value FROM json_each(@tokens)) ORDER BY {order}
                """;
        MoveBehind = $"""
            UPDATE {name} SET waits_behind = 1 WHERE rowid IN (
                SELECT place FROM (
                    SELECT rowid AS place, {subject} AS subject FROM {name}
                    WHERE {queued} AND due_at <= @now ORDER BY {order} LIMIT {Moved}
                ) WHERE subject <> '' AND subject IN ({busy})
            )
            """;
        MoveNextBack = $"""
            UPDATE {name} SET waits_behind = 0 WHERE rowid = (
                SELECT rowid FROM {name}
                WHERE {scope} AND waits_behind = 1 AND {subject} = (SELECT {busySubject} FROM {name} WHERE {held})
                ORDER BY {order} LIMIT 1
            )
            """;
        End = $"""
            UPDATE {name} SET state = @state, attempts = attempts - @uncounted, due_at = COALESCE(@due, due_at),
                finished_at = COALESCE(@finished, finished_at), last_error = COALESCE(@error, last_error),
                lease_token = NULL, leased_until = NULL, {busySubject} = NULL
            WHERE {held}
            """;
        NextDue = $"""
            SELECT MIN(next) AS next FROM (
                SELECT * FROM (
                    SELECT due_at AS next FROM {name}
                    WHERE {queued} AND {subject} NOT IN ({busy} AND leased_until > @now) ORDER BY {order} LIMIT 1
                ) UNION ALL SELECT * FROM (
                    SELECT leased_until AS next FROM {name}
                    WHERE {scope} AND state = 1 ORDER BY leased_until LIMIT 1
                )
            )
            """;
        MoveAbandoned = $"""
            UPDATE {name} SET waits_behind = 0 WHERE rowid IN (
                SELECT rowid FROM {name}
                WHERE {scope} AND waits_behind = 1 AND {subject} NOT IN ({busy}) LIMIT {PruneBatch}
            )
            """;
        var old = $"""
            FROM {name} old WHERE {scope} AND state = @state AND finished_at < @before
                AND (finished_at, {id}) > (@after, @last)
            """;
        Old = $"SELECT finished_at AS at, {id} AS id {old} ORDER BY finished_at, {id} LIMIT {PruneBatch}";
        _prune = condition =>
            $"""
                DELETE FROM {name} WHERE rowid IN (
                    SELECT place FROM (
                        SELECT rowid AS place, * {old} ORDER BY finished_at, {id} LIMIT {PruneBatch}
                    ) old WHERE {condition}
                )
                """;
    }

    /// <summary>Ends the leases that have expired.</summary>
    public string EndLost { get; }

    /// <summary>Leases the first due rows whose subjects are free, one of each subject.</summary>
    public string Lease { get; }

    /// <summary>Moves rows of subjects that are being handled out of the queue.</summary>
    public string MoveBehind { get; }

    /// <summary>Moves the next row of a leased row's subject back into the queue. Run before the lease is ended.</summary>
    public string MoveNextBack { get; }

    /// <summary>Ends a lease.</summary>
    public string End { get; }

    /// <summary>Reads the earliest time at which a lease is possible.</summary>
    public string NextDue { get; }

    /// <summary>Moves rows back into the queue whose leased row was changed or deleted by hand.</summary>
    public string MoveAbandoned { get; }

    /// <summary>Reads the keys of a batch of the finished rows that follow a position.</summary>
    public string Old { get; }

    public static SqliteLeaseSql Of(Table table) => Known.GetValue(table, known => new SqliteLeaseSql(known));

    /// <summary>Reads the rows that were leased with one of the tokens.</summary>
    public string LeasedWith(string alsoRead) => _leasedWith(alsoRead);

    /// <summary>Deletes the rows of a batch that meet a condition on <c>old</c>.</summary>
    public string Prune(string condition) => _prune(condition);
}
