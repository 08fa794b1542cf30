using System.Diagnostics;

namespace DodoUpsell.Benchmarks;

/// <summary>
/// Runs both sides of each pair in short alternating turns, so that other load slows both equally, and reports the
/// median ratio of the turns.
/// </summary>
internal static class SideBySide
{
    private const int Turns = 300;

    public static async Task RunAsync(bool webhooksOnly, Action<Row> report)
    {
        if (!webhooksOnly)
        {
            using var clients = new ClientBenchmarks();
            await WarmUpAsync(clients.Shapes);
            foreach (var shape in clients.Shapes)
                report(await CompareAsync(shape));
            CompareConstruction(clients, report);
            using var listeners = new Listeners();
            await WarmUpAsync(clients.Shapes);
            foreach (var shape in clients.Shapes)
                report(await CompareAsync(shape with { Name = shape.Name + ", listened to" }));
            if (listeners.SpanCount == 0)
                throw new InvalidOperationException("The SDK emitted no spans.");
        }

        CompareWebhooks(report);
    }

    /// <summary>
    /// Calls all shapes before any is measured: the runtime compiles the code that they share with full optimisation, in
    /// the background, and for all of them.
    /// </summary>
    private static async Task WarmUpAsync(IReadOnlyList<Shape> shapes)
    {
        for (var pass = 0; pass < 20; pass++)
        {
            foreach (var shape in shapes)
            {
                var calls = 20 * shape.CallsPerTurn;
                _ = (await TimeAsync(shape.Floor, calls), await TimeAsync(shape.Ours, calls));
            }

            await Task.Delay(50);
        }
    }

    // Called without tasks: a task would take a tenth of the measured time.
    private static void CompareConstruction(ClientBenchmarks clients, Action<Row> report)
    {
        report(
            Compare("constructing a client", 500, () => clients.HandWrittenClient(), () => clients.DodoUpsellClient())
        );
        report(
            Compare(
                "constructing a client, floor with connections",
                500,
                () => clients.HandWrittenClientAndConnections(),
                () => clients.DodoUpsellClient()
            )
        );
    }

    private static void CompareWebhooks(Action<Row> report)
    {
        var webhooks = new WebhookBenchmarks();
        webhooks.Check();
        report(Compare("verify a webhook", 400, () => webhooks.BareMac(), () => webhooks.Verify()));
        report(Compare("verify and parse a webhook", 60, () => webhooks.BareMac(), () => webhooks.VerifyAndParse()));
    }

    private static Row Compare(string name, int calls, Action floor, Action ours)
    {
        for (var warmup = 0; warmup < 50; warmup++)
            _ = (Time(floor, 10 * calls), Time(ours, 10 * calls));

        var turns = new Turn[Turns];
        for (var turn = 0; turn < Turns; turn++)
        {
            // Each side is first in half of the turns.
            var earlyFloor = turn % 2 == 0 ? Time(floor, calls) : 0;
            var ourTime = Time(ours, calls);
            turns[turn] = new(turn % 2 == 0 ? earlyFloor : Time(floor, calls), ourTime);
        }

        return Row.Of(name, turns, Bytes(floor), Bytes(ours));
    }

    private static double Time(Action call, int calls)
    {
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < calls; i++)
            call();
        return Stopwatch.GetElapsedTime(started).TotalMicroseconds / calls;
    }

    private static long Bytes(Action call)
    {
        const int Calls = 100;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Calls; i++)
            call();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / Calls;
    }

    private static async Task<Row> CompareAsync(Shape shape)
    {
        var calls = shape.CallsPerTurn;
        var turns = new Turn[Turns];
        for (var turn = 0; turn < Turns; turn++)
        {
            // Each side is first in half of the turns.
            var earlyFloor = turn % 2 == 0 ? await TimeAsync(shape.Floor, calls) : 0;
            var ourTime = await TimeAsync(shape.Ours, calls);
            turns[turn] = new(turn % 2 == 0 ? earlyFloor : await TimeAsync(shape.Floor, calls), ourTime);
        }

        return Row.Of(shape.Name, turns, await BytesAsync(shape.Floor), await BytesAsync(shape.Ours));
    }

    private static async Task<double> TimeAsync(Func<Task<object>> call, int calls)
    {
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < calls; i++)
            await call();
        return Stopwatch.GetElapsedTime(started).TotalMicroseconds / calls;
    }

    private static async Task<long> BytesAsync(Func<Task<object>> call)
    {
        const int Calls = 100;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Calls; i++)
            await call();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / Calls;
    }
}
