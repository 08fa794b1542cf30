using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DodoUpsell.Chaos;

/// <summary>A real process of the seller's app. It does what it reads on its input, line by line, and is killed in the middle of it.</summary>
internal static class Worker
{
    public static async Task<int> RunAsync(Uri address, string connectionString)
    {
        var clock = new OffsetClock();
        var life = new Life(steps: null, die: () => Process.GetCurrentProcess().Kill());
        using var node = New(address, connectionString, clock, life);
        while (await Console.In.ReadLineAsync() is { } line)
        {
            var order = JsonSerializer.Deserialize<WorkerOrder>(line)!;
            clock.Offset = TimeSpan.FromTicks(order.OffsetTicks);
            life.Limit(order.Death);
            if (order.Runs.Count == 0) await node.Reconciler.RunAsync();
            await Task.WhenAll(order.Runs.Select(run => ClickAllAsync(node, run)));
            Say(new WorkerAnswer(IsDone: true, Run: 0, []));
        }

        return 0;
    }

    public static Node New(Uri address, string connectionString, TimeProvider clock, Life life) => new(
        () => new SocketsHttpHandler { MaxConnectionsPerServer = 64 },
        address,
        clock,
        life,
        addStore: builder => builder.UseEntityFrameworkStore(options => options.UseNpgsql(connectionString)));

    private static async Task ClickAllAsync(Node node, Scenario run)
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, run.Clicks).Select(_ => Task.Run(() => node.ClickAsync(run))));
        Say(new WorkerAnswer(IsDone: false, run.Number, outcomes.Select(SeenOutcome.Of).ToList()));
    }

    private static void Say(WorkerAnswer answer)
    {
        var line = JsonSerializer.Serialize(answer);
        lock (Console.Out) Console.Out.WriteLine(line);
    }
}

/// <summary>What a worker is to do: click for these runs, or reconcile when there are none.</summary>
internal sealed record WorkerOrder(long OffsetTicks, int? Death, IReadOnlyList<Scenario> Runs);

/// <summary>What a worker says: what the clicks of a run showed, or that it is done with the order.</summary>
internal sealed record WorkerAnswer(bool IsDone, int Run, IReadOnlyList<SeenOutcome> Outcomes);
