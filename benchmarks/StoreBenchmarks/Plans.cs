using System.Data.Common;
using System.Text;
using System.Text.RegularExpressions;
using DodoUpsell;
using DodoUpsell.TestKit;
using DodoUpsell.Webhooks;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace StoreBenchmarks;

/// <summary>
/// Writes the plan of each statement of the store at a million rows to <c>benchmarks/store-plans.md</c>. Fails if a plan
/// reads a whole table.
/// </summary>
internal sealed partial class Plans(Database database) : DbCommandInterceptor
{
    private static readonly DateTimeOffset Old = Database.KeptFrom.AddSeconds(5);

    private readonly List<(string Call, string Sql, NpgsqlParameter[] Parameters)> _statements = [];
    private readonly StringBuilder _text = new();
    private string _call = "";

    public async Task<bool> WriteAsync()
    {
        await Burst.AddAsync(database, 3200, 50);
        await CallAllAsync();
        _text.AppendLine("# Plans");
        _text.AppendLine();
        _text.AppendLine(
            "The plan of each statement of the store on PostgreSQL, with 1,000,000 ended rows in each table, 3,200"
        );
        _text.AppendLine("waiting deliveries over 50 subjects, and statistics from before these arrived. Written by");
        _text.AppendLine("`dotnet run -c Release --project benchmarks/StoreBenchmarks -- --plans`.");
        var seen = new HashSet<string>();
        var scans = 0;
        foreach (var (call, sql, parameters) in _statements.Where(statement => seen.Add(statement.Sql)))
        {
            _text.AppendLine().AppendLine($"## {call}");
            foreach (
                var statement in sql.TrimEnd()
                    .TrimEnd(';')
                    .Split(";\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            )
            {
                var plan = await ExplainAsync(statement, parameters);
                scans += plan.Count(line => line.Contains("Seq Scan on dodo_", StringComparison.Ordinal));
                _text.AppendLine().AppendLine("```sql").AppendLine(statement).AppendLine("```").AppendLine();
                _text.AppendLine("```text").AppendJoin('\n', plan).AppendLine().AppendLine("```");
            }
        }

        await File.WriteAllTextAsync(RepositoryFolder.PathOf("benchmarks", "store-plans.md"), _text.ToString());
        Console.WriteLine($"{seen.Count} statements, {scans} scans of a whole table: benchmarks/store-plans.md");
        return scans == 0;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Keep(command);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        Keep(command);
        return ValueTask.FromResult(result);
    }

    private void Keep(DbCommand command) =>
        _statements.Add(
            (
                _call,
                command.CommandText,
                [.. command.Parameters.Cast<NpgsqlParameter>().Select(parameter => parameter.Clone())]
            )
        );

    private async Task CallAllAsync()
    {
        var ledger = EntityFrameworkChargeLedger.Create(database.Contexts(this));
        var inbox = EntityFrameworkWebhookInboxStore.Create(database.Contexts(this));
        var settlements = ledger.Settlements;
        var (now, until, test) = (Samples.Now, Samples.Now.AddMinutes(10), DodoEnvironment.Test);

        // Ledger.
        var key = $"plan-{Guid.NewGuid():N}";
        var claim = await CallAsync("Claim", () => ledger.ClaimAsync(Samples.Claimed(key) with { NextCheckAt = Old }));
        await CallAsync("Claim of a taken key", () => ledger.ClaimAsync(Samples.Claimed(key)));
        await CallAsync("Lease due charges", () => ledger.LeaseDueAsync(test, now, Old, 100));
        var sending = Samples.Sending(claim.Record);
        await CallAsync("Mark as sent", () => ledger.TryUpdateAsync(sending));
        var settled = Samples.Settled(sending);
        await CallAsync("Settle", () => ledger.TryUpdateAsync(settled, Samples.Settlement(settled)));
        await CallAsync("Find a charge", () => ledger.FindAsync(test, key));
        await CallAsync("Find by attempt", () => ledger.FindByAttemptAsync(test, claim.Record.Attempts[0].Id));
        await CallAsync("List charges", () => ledger.ListAsync(test, ChargeState.Succeeded, 100));
        await CallAsync("Prune charges", () => ledger.PruneAsync(test, Old));
        var held = new SubscriptionLock
        {
            Environment = test,
            SubscriptionId = $"sub_{key}",
            Holder = key,
            LockedAt = now,
        };
        await CallAsync("Lock a subscription", () => ledger.TryLockAsync(held));
        await CallAsync("Lock it again", () => ledger.TryLockAsync(held with { Version = 1 }));
        await CallAsync("Find a lock", () => ledger.FindLockAsync(test, held.SubscriptionId));

        // Settlements.
        var told = await CallAsync(
            "Lease settlements",
            () => settlements.LeaseDueAsync(test, until, until.AddMinutes(1), 4)
        );
        await CallAsync("Find the next due settlement", () => settlements.FindNextDueAsync(test, now));
        await CallAsync(
            "Complete a settlement",
            () => settlements.CompleteAsync(test, told[0].Settlement.Id, told[0].LeaseToken!.Value, now)
        );
        await CallAsync("List settlements", () => settlements.ListAsync(test, InboxState.Completed, 100));
        await CallAsync("Prune settlements", () => settlements.PruneAsync(test, Old, Old));

        // Inbox.
        var delivery = new InboxDelivery
        {
            Id = $"msg_{key}",
            Account = "",
            Subject = "payment:burst_1",
            Body = Samples.Body("burst_1"),
            ReceivedAt = now,
            SentAt = now,
            OccurredAt = now,
            DueAt = now,
        };
        await CallAsync("Record a delivery", () => inbox.AddAsync(delivery));
        await CallAsync("Record it again", () => inbox.AddAsync(delivery));
        var leased = await CallAsync("Lease deliveries", () => inbox.LeaseDueAsync(now, until, 100));
        await CallAsync("Find the next due delivery", () => inbox.FindNextDueAsync(now));
        var (id, token) = (leased[0].Id, leased[0].LeaseToken!.Value);
        await CallAsync("Find the newest of a subject", () => inbox.FindNewestAsync(leased[0].Subject));
        await CallAsync("Extend a lease", () => inbox.ExtendAsync(id, token, until));
        await CallAsync("Complete a delivery", () => inbox.CompleteAsync(id, token, now));
        await CallAsync("Complete and lease", () => inbox.CompleteAndLeaseAsync([.. leased.Skip(1)], now, until, 4));
        await CallAsync("Replay a delivery", () => inbox.ReplayAsync(id, now));
        await CallAsync("List deliveries", () => inbox.ListAsync(InboxState.Completed, 100));
        var page = await inbox.ListAsync(InboxState.Completed, 100);
        await CallAsync("Next page of deliveries", () => inbox.ListAsync(InboxState.Completed, 100, page[^1]));
        await CallAsync("Prune deliveries", () => inbox.PruneAsync(Old, Old));
    }

    private async Task<T> CallAsync<T>(string call, Func<Task<T>> action)
    {
        _call = call;
        return await action();
    }

    private async Task<List<string>> ExplainAsync(string statement, NpgsqlParameter[] parameters)
    {
        await using var connection = await database.Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand(
            $"EXPLAIN (ANALYZE, COSTS OFF) {statement}",
            connection,
            transaction
        );
        foreach (var parameter in parameters)
            command.Parameters.Add(parameter.Clone());
        var lines = new List<string>();
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
                lines.Add(Shortened().Replace(reader.GetString(0), "$1…"));
        }

        await transaction.RollbackAsync();
        return lines;
    }

    // Bodies and other long values would make the lines unreadable.
    [GeneratedRegex("(.{150}).+")]
    private static partial Regex Shortened();
}
