using System.Diagnostics;
using System.Globalization;

namespace DodoUpsell.Benchmarks;

/// <summary>
/// Measures single decisions and prints the median, which other load on the machine changes less than a mean.
/// </summary>
internal static class DecisionTurns
{
    private const int Turns = 20_000;

    public static void Print()
    {
        var benchmarks = new DecisionBenchmarks();
        benchmarks.Check();
        Print("compare 200 rules", () => benchmarks.Compare());
        Print("decide", () => benchmarks.Decide());
    }

    private static void Print(string name, Action decide)
    {
        for (var i = 0; i < Turns; i++)
            decide();
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        decide();
        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        var times = new double[Turns];
        for (var i = 0; i < Turns; i++)
        {
            var start = Stopwatch.GetTimestamp();
            decide();
            times[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }

        Array.Sort(times);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: median {times[Turns / 2]:0.0} µs, 10th percentile {times[Turns / 10]:0.0} µs, {bytes:N0} B"
            )
        );
    }
}
