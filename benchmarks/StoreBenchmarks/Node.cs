using System.Collections.Concurrent;
using System.Diagnostics;
using DodoUpsell;
using DodoUpsell.Webhooks;
using StoreBenchmarks.Floor;

namespace StoreBenchmarks;

/// <summary>
/// A process that handles deliveries with an empty handler, four at a time, until standard input closes. Then it prints
/// each delivery that it handled, with the times between which it did.
/// </summary>
internal static class Node
{
    public static async Task RunAsync(string side, string connectionString)
    {
        await using var database = Database.Open(connectionString);
        var handled = new ConcurrentQueue<(string Id, long Began, long Ended)>();
        using var stop = new CancellationTokenSource();
        var handling = side == "ours" ? Ours(database, handled) : Floor(database);
        await WarmUpAsync(side, database);
        Console.WriteLine("ready");
        await Console.In.ReadLineAsync(CancellationToken.None);
        var running = handling(stop.Token);
        await Console.In.ReadLineAsync(CancellationToken.None);
        await stop.CancelAsync();
        await ((Task)running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var (id, began, ended) in handled)
            Console.WriteLine($"{id} {began} {ended}");
    }

    // The rates are those of a process that has been running, so the code is compiled before. In an account of its own.
    private static async Task WarmUpAsync(string side, Database database)
    {
        const int Count = 1000;
        var account = $"warm-up-{Environment.ProcessId}";
        var store = EntityFrameworkWebhookInboxStore.Create(database.Contexts(), account);
        for (var i = 0; i < Count; i++)
        {
            await store.AddAsync(
                new()
                {
                    Id = $"warm_{i}",
                    Account = account,
                    Subject = $"payment:{i}",
                    Body = Samples.Body($"{i}"),
                    ReceivedAt = Samples.Now,
                    SentAt = Samples.Now,
                    OccurredAt = Samples.Now,
                    DueAt = Samples.Now,
                }
            );
        }

        if (side == "ours")
            await Inbox(store).OnWebhook<WebhookEvent>((_, _, _) => Task.CompletedTask).ProcessAsync();
        else
            await new RawInbox(database.Source, [], account).DrainAsync();
        await database.ExecuteAsync($"DELETE FROM dodo_webhook_deliveries WHERE account = '{account}'");
    }

    private static WebhookInbox Inbox(EntityFrameworkWebhookInboxStore store)
    {
        var options = new DodoUpsellOptions { Environment = DodoEnvironment.Test };
        options.WebhookSecrets.Add(Samples.Secret);
        return new WebhookInbox(options, store);
    }

    private static Func<CancellationToken, Task> Ours(
        Database database,
        ConcurrentQueue<(string Id, long Began, long Ended)> handled
    )
    {
        var inbox = Inbox(EntityFrameworkWebhookInboxStore.Create(database.Contexts()));
        inbox.OnWebhook<WebhookEvent>(
            (_, context, _) =>
            {
                var began = Stopwatch.GetTimestamp();
                handled.Enqueue((context.WebhookId, began, Stopwatch.GetTimestamp()));
                return Task.CompletedTask;
            }
        );
        return stop => inbox.RunAsync(stop);
    }

    private static Func<CancellationToken, Task> Floor(Database database)
    {
        var floor = new RawInbox(database.Source, []);
        return async stop =>
        {
            while (!stop.IsCancellationRequested)
            {
                await floor.DrainAsync();
                await Task.Delay(5, stop);
            }
        };
    }
}
