using System.Diagnostics;
using System.Globalization;

namespace DodoUpsell.Benchmarks;

/// <summary>
/// Runs both sides of each pair in short alternating turns, so that other load slows both equally, and compares their
/// fastest tenths.
/// </summary>
internal static class SideBySide
{
    private const int Turns = 300;

    public static async Task RunAsync(bool webhooksOnly)
    {
        if (webhooksOnly)
        {
            CompareWebhooks();
            return;
        }

        using var clients = new ClientBenchmarks();
        await clients.Check();
        await CompareAsync("one-click checkout", 200, clients.HandWrittenCheckout, clients.DodoUpsellCheckout);
        await CompareAsync(
            "3 payment methods",
            100,
            clients.HandWrittenPaymentMethods,
            clients.DodoUpsellPaymentMethods
        );
        await CompareAsync("full subscription", 60, clients.HandWrittenSubscription, clients.DodoUpsellSubscription);
        await CompareAsync("100 payments", 3, clients.HandWrittenPage, clients.DodoUpsellPage);
        CompareWebhooks();
    }

    // Called without tasks: a task would take a tenth of the measured time.
    private static void CompareWebhooks()
    {
        var webhooks = new WebhookBenchmarks();
        webhooks.Check();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a delivery of {webhooks.BodyBytes} B"));
        Compare("verify", 400, () => webhooks.BareMac(), () => webhooks.Verify());
        Compare("verify and parse", 60, () => webhooks.BareMac(), () => webhooks.VerifyAndParse());
    }

    private static void Compare(string shape, int calls, Action floor, Action ours)
    {
        for (var warmup = 0; warmup < 50; warmup++)
            _ = (Time(floor, 10 * calls), Time(ours, 10 * calls));

        var (floorTimes, ourTimes) = (new double[Turns], new double[Turns]);
        for (var turn = 0; turn < Turns; turn++)
        {
            floorTimes[turn] = Time(floor, calls);
            ourTimes[turn] = Time(ours, calls);
        }

        Report(shape, FastestTenth(floorTimes), Bytes(floor), FastestTenth(ourTimes), Bytes(ours));
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

    private static async Task CompareAsync(string shape, int calls, Func<Task<object>> floor, Func<Task<object>> ours)
    {
        // Long enough for the runtime to compile both sides with full optimisation.
        for (var warmup = 0; warmup < 50; warmup++)
            _ = (await TimeAsync(floor, 10 * calls), await TimeAsync(ours, 10 * calls));

        var (floorTimes, ourTimes) = (new double[Turns], new double[Turns]);
        for (var turn = 0; turn < Turns; turn++)
        {
            floorTimes[turn] = await TimeAsync(floor, calls);
            ourTimes[turn] = await TimeAsync(ours, calls);
        }

        Report(
            shape,
            FastestTenth(floorTimes),
            await BytesAsync(floor),
            FastestTenth(ourTimes),
            await BytesAsync(ours)
        );
    }

    private static void Report(string shape, double floorTime, long floorBytes, double ourTime, long ourBytes)
    {
        var allocation =
            floorBytes == 0
                ? ""
                : string.Create(CultureInfo.InvariantCulture, $"  allocation {(double)ourBytes / floorBytes:0.00}×");
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{shape, -18} {floorTime, 8:0.00} µs {floorBytes, 7} B   {ourTime, 8:0.00} µs {ourBytes, 7} B   "
                    + $"time {ourTime / floorTime:0.00}×{allocation}"
            )
        );
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

    private static double FastestTenth(double[] times) => times.Order().ElementAt(times.Length / 10);
}
