namespace DodoUpsell.Chaos;

/// <summary>
/// Executes many runs in this process, several concurrently, each on one thread. The results do not depend on the
/// number of concurrent runs.
/// </summary>
internal static class MemoryRuns
{
    /// <param name="scenarios">The scenarios to execute.</param>
    /// <param name="tally">The tally that counts the results.</param>
    /// <param name="twice">Whether each scenario is executed twice and its traces are compared.</param>
    /// <param name="untilFirst">Whether to stop at the first failed run. All runs before it are executed.</param>
    /// <returns>The number of runs whose second trace differs.</returns>
    public static int Play(IReadOnlyList<Scenario> scenarios, Tally tally, bool twice, bool untilFirst)
    {
        var (next, different) = (-1, 0);
        var threads = Enumerable
            .Range(0, Environment.ProcessorCount)
            .Select(_ => new Thread(Work, maxStackSize: 16 * 1024 * 1024) { IsBackground = true })
            .ToList();
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();
        return different;

        void Work()
        {
            for (
                var i = Interlocked.Increment(ref next);
                i < scenarios.Count && (tally.IsGood || !untilFirst);
                i = Interlocked.Increment(ref next)
            )
            {
                var digest = Play(scenarios[i], tally);
                if (twice && digest != Play(scenarios[i], tally: null))
                    Interlocked.Increment(ref different);
            }
        }
    }

    private static ulong Play(Scenario scenario, Tally? tally)
    {
        using var run = new MemoryRun(scenario);
        try
        {
            var ending = run.Run();
            tally?.Add(scenario, ending, run.Trace);
        }
        catch (Exception crash)
        {
            tally?.AddCrash(scenario, crash, run.Trace);
        }

        return run.Trace.Digest;
    }
}
