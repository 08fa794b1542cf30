using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace DodoUpsell.Benchmarks;

/// <summary>
/// Measures in several processes, because the runtime compiles the same code differently each time, and prints the
/// median of the processes with their lowest and highest.
/// </summary>
internal static class SideBySideTable
{
    public const string OneProcess = "--side-by-side-once";

    private const int Processes = 5;

    public static async Task PrintAsync(string[] filter)
    {
        var measured = new List<List<Row>>();
        for (var process = 0; process < Processes; process++)
        {
            measured.Add(await MeasureAsync(filter));
            await Console.Error.WriteLineAsync($"process {process + 1} of {Processes} has measured");
        }

        Console.WriteLine("| | Floor | DodoUpsell | Time | Allocation |");
        Console.WriteLine("|---|---|---|---|---|");
        for (var i = 0; i < measured[0].Count; i++)
            Print([.. measured.Select(rows => rows[i])]);
    }

    private static void Print(Row[] rows)
    {
        var (bytes, ours) = (rows[0].FloorBytes, rows[0].OurBytes);
        var allocation = bytes == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{(double)ours / bytes:0.00}×");
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {rows[0].Name} | {Row.Median(rows.Select(row => row.FloorTime)):0.00} µs, {bytes:N0} B "
                    + $"| {Row.Median(rows.Select(row => row.OurTime)):0.00} µs, {ours:N0} B "
                    + $"| {Row.Median(rows.Select(row => row.Ratio)):0.00}× "
                    + $"({rows.Min(row => row.Ratio):0.00}–{rows.Max(row => row.Ratio):0.00}) | {allocation} |"
            )
        );
    }

    private static async Task<List<Row>> MeasureAsync(string[] filter)
    {
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", [Assembly.GetExecutingAssembly().Location, OneProcess, .. filter])
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        var rows = new List<Row>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            rows.Add(Row.Parse(line));
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? rows : throw new InvalidOperationException("A measuring process has failed.");
    }
}
