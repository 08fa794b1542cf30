using System.Data.Common;
using DodoUpsell.StoreTests.Support;
using DodoUpsell.Webhooks;

namespace DodoUpsell.StoreTests.Sqlite;

/// <summary>Tests that the cost of the statements does not grow with the ended rows that are kept.</summary>
public sealed class SqlitePlanTests(SqliteDatabases databases, ITestOutputHelper output)
{
    // The primary key and the index of the state contain all rows of an account. They are for single rows and for pages.
    private static readonly string[] Whole =
    [
        "_1 (account=?)",
        "_1 (account=? AND environment=?)",
        "_state (account=? AND state=?)",
        "_state (account=? AND environment=? AND state=?)",
    ];

    private static readonly DateTimeOffset Noon = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task No_statement_reads_a_whole_table_or_the_whole_of_an_index_with_all_rows()
    {
        var plans = new List<string>();
        await using var node = new Node(
            await databases.CreateWithTablesAsync(),
            retries: false,
            new Watches(command => ExplainAsync(command, plans))
        );
        var ledger = node.Ledger("");
        var claim = (await ledger.ClaimAsync(ClaimingProcess.Claim("order-1") with { NextCheckAt = Noon })).Record;
        await ledger.LeaseDueAsync(Noon, Noon.AddMinutes(1), 5);
        var settled = claim with { Version = 1, State = ChargeState.NotCharged, SettledAt = Noon, NextCheckAt = null };
        await ledger.TryUpdateAsync(settled, settled.Settlement("settlement-1"));
        await ledger.FindByAttemptAsync(DodoEnvironment.Test, claim.Attempts[0].Id);
        await ledger.PruneAsync(Noon.AddDays(1));
        var settlements = ledger.Settlements;
        var told = Assert.Single(await settlements.LeaseDueAsync(DodoEnvironment.Test, Noon, Noon.AddMinutes(1), 5));
        await settlements.FindNextDueAsync(DodoEnvironment.Test, Noon);
        await settlements.CompleteAsync(DodoEnvironment.Test, told.Settlement.Id, told.LeaseToken!.Value, Noon);
        await settlements.PruneAsync(DodoEnvironment.Test, Noon.AddDays(1), Noon.AddDays(1));
        var inbox = EntityFrameworkWebhookInboxStore.Create(node);
        for (var i = 0; i < 3; i++)
            await inbox.AddAsync(SqliteWriteTests.Delivery($"msg_{i}"));
        var leased = Assert.Single(await inbox.LeaseDueAsync(Noon, Noon.AddMinutes(1), 5));
        await inbox.FindNewestAsync("payment:pay_1");
        await inbox.FindNextDueAsync(Noon);
        await inbox.ExtendAsync(leased.Id, leased.LeaseToken!.Value, Noon.AddMinutes(2));
        await inbox.CompleteAsync(leased.Id, leased.LeaseToken!.Value, Noon);
        await inbox.PruneAsync(Noon.AddDays(1), Noon.AddDays(1));

        Assert.True(plans.Count > 30);
        output.WriteLine(string.Join('\n', plans));
        Assert.DoesNotContain(
            plans,
            line =>
                line.StartsWith("SCAN dodo_", StringComparison.Ordinal)
                || line.StartsWith("SCAN old ", StringComparison.Ordinal)
                || Whole.Any(index => line.EndsWith(index, StringComparison.Ordinal) && !IsOfLeases(line))
        );
    }

    // The rows that a call has just leased, all of which have that state.
    private static bool IsOfLeases(string line) => line.StartsWith("SEARCH leased ", StringComparison.Ordinal);

    private static async Task ExplainAsync(DbCommand command, List<string> plans)
    {
        foreach (var statement in command.CommandText.Split(";\n"))
        {
            await using var explain = command.Connection!.CreateCommand();
            explain.Transaction = command.Transaction;
            explain.CommandText = $"EXPLAIN QUERY PLAN {statement}";
            foreach (DbParameter parameter in command.Parameters)
            {
                var copy = explain.CreateParameter();
                (copy.ParameterName, copy.Value) = (parameter.ParameterName, parameter.Value);
                explain.Parameters.Add(copy);
            }

            await using var rows = await explain.ExecuteReaderAsync();
            while (await rows.ReadAsync())
                plans.Add(rows.GetString(3));
        }
    }
}
