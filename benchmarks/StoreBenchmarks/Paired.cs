using System.Diagnostics;

namespace StoreBenchmarks;

/// <summary>Runs two sides alternately, so that both meet the same moments of a busy machine.</summary>
internal static class Paired
{
    /// <summary>Returns the median time of one call of each side, in milliseconds.</summary>
    public static async Task<(double Ours, double Floor)> LatencyAsync(
        int rounds,
        Func<int, Task> ours,
        Func<int, Task> floor
    )
    {
        var (ourTimes, floorTimes) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            // The side that goes first changes, because the second one finds warm caches.
            if (round % 2 == 0)
                ourTimes.Add(await TimeAsync(() => ours(round)));
            floorTimes.Add(await TimeAsync(() => floor(round)));
            if (round % 2 == 1)
                ourTimes.Add(await TimeAsync(() => ours(round)));
        }

        // The first tenth warms up.
        return (Median(ourTimes[(rounds / 10)..]), Median(floorTimes[(rounds / 10)..]));
    }

    /// <summary>Returns the median number of items for each second of each side.</summary>
    public static async Task<(double Ours, double Floor)> RateAsync(
        int rounds,
        int items,
        Func<int, Task> ours,
        Func<int, Task> floor
    )
    {
        var (our, its) = await LatencyAsync(rounds, ours, floor);
        return (items * 1000 / our, items * 1000 / its);
    }

    public static async Task<double> TimeAsync(Func<Task> action)
    {
        var started = Stopwatch.GetTimestamp();
        await action();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    public static async Task<double> MedianAsync(int rounds, Func<int, Task> action)
    {
        var times = new List<double>();
        for (var round = 0; round < rounds; round++)
            times.Add(await TimeAsync(() => action(round)));
        return Median(times);
    }

    public static double Median(List<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
