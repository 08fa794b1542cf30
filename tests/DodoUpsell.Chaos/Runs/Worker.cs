using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace DodoUpsell.Chaos;

/// <summary>
/// A real process of the seller's app. It executes orders that it reads from its standard input, one per line, and can
/// be killed while it executes them.
/// </summary>
internal static class Worker
{
    public static async Task<int> RunAsync(Uri address, string connectionString)
    {
        var clock = new OffsetClock();
        var life = new Life(steps: null) { Die = () => Process.GetCurrentProcess().Kill() };
        using var node = New(
            address,
            connectionString,
            clock,
            life,
            told => Say(new WorkerAnswer { Told = told }),
            moved => Say(new WorkerAnswer { Moved = moved })
        );
        while (await Console.In.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            var order = JsonSerializer.Deserialize<WorkerOrder>(line)!;
            clock.Offset = TimeSpan.FromTicks(order.OffsetTicks);
            life.Limit(order.Death);
            await Task.WhenAll(
                    order.Presses.SelectMany(presses =>
                        Enumerable.Range(0, presses.Times).Select(_ => Task.Run(() => PressAsync(presses.Click, node)))
                    )
                )
                .ConfigureAwait(false);
            if (order.Reconcile)
                await UnlessUnreachable(node.ReconcileAsync).ConfigureAwait(false);
            if (order.Tell)
                await node.TellAsync().ConfigureAwait(false);
            Say(new WorkerAnswer { IsDone = true });
        }

        return 0;
    }

    public static Node New(
        Uri address,
        string connectionString,
        TimeProvider clock,
        Life life,
        Action<Told> keep,
        Action<OfferMove> moved
    ) =>
        new(
            new NodeParts
            {
                Connect = () => new SocketsHttpHandler { MaxConnectionsPerServer = 64 },
                Address = address,
                Clock = clock,
                Life = life,
                Moved = moved,
                App = new App(seed: 1, failures: 0.3, deaths: 0.05, keep, key => key),
                AddStore = builder =>
                    builder.UseEntityFrameworkStore(options => RunDatabase.Use(options, connectionString)),
            }
        );

    public static async Task UnlessUnreachable(Func<Task> work)
    {
        try
        {
            await work().ConfigureAwait(false);
        }
        catch (DodoException)
        {
            // The order is executed again later.
        }
    }

    private static async Task PressAsync(Click click, Node node) =>
        Say(new WorkerAnswer { Outcome = await click.PressAsync(node).ConfigureAwait(false) });

    private static void Say(WorkerAnswer answer)
    {
        var line = JsonSerializer.Serialize(answer);
        lock (Console.Out)
            Console.Out.WriteLine(line);
    }
}
