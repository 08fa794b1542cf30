using System.Diagnostics;
using DodoUpsell;
using DodoUpsell.TestKit;
using DodoUpsell.Webhooks;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace StoreBenchmarks;

/// <summary>The speed of the store on a SQLite file, which is mostly that of the disk: each commit waits for it.</summary>
internal static class SqliteTable
{
    private const int Count = 2000;

    public static async Task MeasureAsync()
    {
        var folder = Directory.CreateTempSubdirectory("dodoupsell-sqlite-");
        var connectionString = $"Data Source={Path.Combine(folder.FullName, "app.db")}";
        await using (var connection = new SqliteConnection(connectionString))
        {
            await connection.OpenAsync();
            await ExecuteAsync(
                connection,
                await File.ReadAllTextAsync(RepositoryFolder.PathOf("docs", "store.sqlite.sql"))
            );
            await ExecuteAsync(connection, "PRAGMA journal_mode = WAL; CREATE TABLE floor (id INTEGER, body TEXT)");
        }

        var contexts = Contexts(connectionString);
        var ledger = EntityFrameworkChargeLedger.Create(contexts);
        await ChargeAsync(ledger, "warm-up");
        Console.WriteLine("| Measured | Callers | Median ms | Per s |\n|---|---|---|---|");
        await using (var connection = new SqliteConnection(connectionString))
        {
            await connection.OpenAsync();
            await ShowAsync(
                "a hand-written INSERT",
                1,
                i => ExecuteAsync(connection, $"INSERT INTO floor VALUES ({i}, 'text')")
            );
        }

        foreach (var callers in new[] { 1, 16 })
        {
            var round = callers;
            await ShowAsync("a claim", callers, i => ledger.ClaimAsync(Samples.Claimed($"claim-{round}-{i}")));
            await ShowAsync("claim, mark and settle", callers, i => ChargeAsync(ledger, $"charge-{round}-{i}"));
            await ShowAsync(
                "a received delivery",
                callers,
                i => AddAsync(EntityFrameworkWebhookInboxStore.Create(contexts), $"received-{round}-{i}")
            );
        }

        foreach (var processes in new[] { 1, 2 })
            await DrainAsync(contexts, processes, connectionString);

        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    /// <summary>A process that handles the deliveries of an account with an empty handler.</summary>
    public static async Task RunNodeAsync(string connectionString, string account)
    {
        var inbox = Inbox(EntityFrameworkWebhookInboxStore.Create(Contexts(connectionString), account));
        await inbox.ProcessAsync();
        Console.WriteLine("ready");
        await Console.In.ReadLineAsync();
        await inbox.ProcessAsync();
    }

    private static async Task DrainAsync(
        IDbContextFactory<DodoUpsellDbContext> contexts,
        int processes,
        string connectionString
    )
    {
        // The processes compile their code with a first hundred deliveries.
        var store = EntityFrameworkWebhookInboxStore.Create(contexts, $"drained-{processes}");
        for (var i = 0; i < 100; i++)
            await AddAsync(store, $"warm-up-{i}");
        var nodes = new List<Process>();
        for (var i = 0; i < processes; i++)
        {
            var start = ThisProgram.With("--sqlite-node", connectionString, store.Account);
            (start.RedirectStandardInput, start.RedirectStandardOutput) = (true, true);
            nodes.Add(Process.Start(start)!);
        }

        foreach (var node in nodes)
            await node.StandardOutput.ReadLineAsync();
        for (var i = 0; i < Count; i++)
            await AddAsync(store, $"drained-{i}");
        var started = Stopwatch.GetTimestamp();
        foreach (var node in nodes)
            await node.StandardInput.WriteLineAsync("go");
        foreach (var node in nodes)
            await node.WaitForExitAsync();
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        if ((await store.ListAsync(InboxState.Waiting, 1)).Count > 0)
            throw new InvalidOperationException("Deliveries were left.");
        Console.WriteLine($"| drained, {processes} process(es) | 4 each | | {Count / seconds:N0} |");
        nodes.ForEach(node => node.Dispose());
    }

    private static WebhookInbox Inbox(EntityFrameworkWebhookInboxStore store)
    {
        var options = new DodoUpsellOptions { Environment = DodoEnvironment.Test };
        options.WebhookSecrets.Add(Samples.Secret);
        return new WebhookInbox(options, store).OnWebhook<WebhookEvent>((_, _, _) => Task.CompletedTask);
    }

    private static PooledDbContextFactory<DodoUpsellDbContext> Contexts(string connectionString) =>
        new(new DbContextOptionsBuilder<DodoUpsellDbContext>().UseSqlite(connectionString).Options);

    private static async Task ShowAsync(string what, int callers, Func<int, Task> act)
    {
        var times = new double[Count];
        var next = -1;
        async Task CallAsync()
        {
            for (var i = Interlocked.Increment(ref next); i < Count; i = Interlocked.Increment(ref next))
            {
                var began = Stopwatch.GetTimestamp();
                await act(i);
                times[i] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            }
        }

        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(CallAsync)));
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Array.Sort(times);
        Console.WriteLine($"| {what} | {callers} | {times[Count / 2]:F2} | {Count / seconds:N0} |");
    }

    private static async Task ChargeAsync(EntityFrameworkChargeLedger ledger, string key)
    {
        var sending = Samples.Sending((await ledger.ClaimAsync(Samples.Claimed(key))).Record);
        var settled = Samples.Settled(sending);
        if (!await ledger.TryUpdateAsync(sending) || !await ledger.TryUpdateAsync(settled, Samples.Settlement(settled)))
            throw new InvalidOperationException("A change was refused.");
    }

    private static Task<bool> AddAsync(EntityFrameworkWebhookInboxStore store, string id) =>
        store.AddAsync(
            new()
            {
                Id = id,
                Account = store.Account,
                Type = "payment.succeeded",
                Subject = $"payment:{id}",
                Body = Samples.Body(id),
                ReceivedAt = Samples.Now,
                SentAt = Samples.Now,
                OccurredAt = Samples.Now,
                DueAt = Samples.Now,
            }
        );

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
