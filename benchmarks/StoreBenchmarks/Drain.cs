using System.Diagnostics;
using System.Globalization;

namespace StoreBenchmarks;

/// <summary>Drains a burst with one or several processes and checks the order in which it was handled.</summary>
internal static class Drain
{
    /// <summary>Returns the deliveries for each second.</summary>
    /// <exception cref="InvalidOperationException">A delivery was lost, handled twice or in the wrong order.</exception>
    public static async Task<double> RunAsync(Database database, string side, int processes, int count, int subjects)
    {
        await Burst.AddAsync(database, count, subjects);
        var nodes = Enumerable.Range(0, processes).Select(_ => Start(side, database)).ToList();
        foreach (var node in nodes)
        {
            if (await node.StandardOutput.ReadLineAsync() != "ready")
                throw new InvalidOperationException(await node.StandardError.ReadToEndAsync());
        }

        var started = Stopwatch.GetTimestamp();
        foreach (var node in nodes)
            await node.StandardInput.WriteLineAsync("go");
        while (!await Burst.IsDoneAsync(database))
        {
            await Task.Delay(20);
            if (nodes.Exists(node => node.HasExited))
                throw new InvalidOperationException("A node ended early.");
        }

        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var handled = new List<(string Id, long Began, long Ended)>();
        foreach (var node in nodes)
        {
            node.StandardInput.Close();
            while (await node.StandardOutput.ReadLineAsync() is { } line)
            {
                var parts = line.Split(' ');
                handled.Add((parts[0], Number(parts[1]), Number(parts[2])));
            }

            await node.WaitForExitAsync();
            node.Dispose();
        }

        var kept = await database.ScalarAsync<long>(
            "SELECT count(*) FROM dodo_webhook_deliveries WHERE webhook_id LIKE 'kept\\_%'"
        );
        if (kept != database.Kept)
            throw new InvalidOperationException($"{database.Kept - kept} of the kept rows were deleted meanwhile.");
        if (side == "ours")
            RequireOrder(handled, count, subjects);
        return count / seconds;
    }

    private static void RequireOrder(List<(string Id, long Began, long Ended)> handled, int count, int subjects)
    {
        if (handled.DistinctBy(one => one.Id).Count() != count)
            throw new InvalidOperationException("Deliveries were lost.");
        if (handled.Count != count)
            throw new InvalidOperationException($"{handled.Count - count} deliveries were handled twice.");
        foreach (var subject in handled.GroupBy(one => Number(one.Id["msg_".Length..]) % subjects, one => one))
        {
            var inTime = subject.OrderBy(one => one.Began).ToList();
            for (var i = 1; i < inTime.Count; i++)
            {
                if (string.CompareOrdinal(inTime[i - 1].Id, inTime[i].Id) >= 0 || inTime[i - 1].Ended > inTime[i].Began)
                    throw new InvalidOperationException($"{inTime[i].Id} was handled out of order.");
            }
        }
    }

    private static Process Start(string side, Database database) =>
        Process.Start(
            new ProcessStartInfo(Environment.ProcessPath!, ["--node", side, database.ConnectionString])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
