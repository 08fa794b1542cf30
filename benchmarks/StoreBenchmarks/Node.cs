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
        await database.ScalarAsync<int>("SELECT 1");
        Console.WriteLine("ready");
        await Console.In.ReadLineAsync(CancellationToken.None);
        var running = handling(stop.Token);
        await Console.In.ReadLineAsync(CancellationToken.None);
        await stop.CancelAsync();
        await ((Task)running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var (id, began, ended) in handled)
            Console.WriteLine($"{id} {began} {ended}");
    }

    private static Func<CancellationToken, Task> Ours(
        Database database,
        ConcurrentQueue<(string Id, long Began, long Ended)> handled
    )
    {
        var options = new DodoUpsellOptions { Environment = DodoEnvironment.Test };
        options.WebhookSecrets.Add(Samples.Secret);
        var inbox = new WebhookInbox(options, EntityFrameworkWebhookInboxStore.Create(database.Contexts()));
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
