namespace DodoUpsell.Chaos;

/// <summary>
/// Many runs in this process, several at a time, each on one thread. What they come to does not depend on how many at a
/// time.
/// </summary>
internal static class MemoryRuns
{
    /// <param name="scenarios">What to play.</param>
    /// <param name="tally">Who counts.</param>
    /// <param name="twice">Whether each is played twice, and must go the same way.</param>
    /// <param name="untilFirst">Whether to stop at the first run that goes wrong. Those before it are all
    /// played.</param>
    /// <returns>How many went another way the second time.</returns>
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
