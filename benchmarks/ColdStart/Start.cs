using System.Diagnostics;
using System.Globalization;

namespace ColdStart;

/// <summary>What one start of an app took.</summary>
/// <param name="FirstAnswer">From the start of the process to its first line of output, in milliseconds.</param>
/// <param name="Memory">The peak of the resident memory, in megabytes; zero where the system does not tell.</param>
/// <param name="Output">All that the app wrote.</param>
internal sealed record Start(double FirstAnswer, double Memory, string Output)
{
    public static Start Run(string executable, Uri address)
    {
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(
            new ProcessStartInfo(executable, [address.AbsoluteUri])
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        var firstLine = process.StandardOutput.ReadLine();
        var firstAnswer = Stopwatch.GetElapsedTime(began).TotalMilliseconds;

        // The last reading before the process ends is the peak: the system's value never falls.
        var rest = process.StandardOutput.ReadToEndAsync();
        var peak = 0.0;
        while (PeakMemory(process.Id) is { } now)
        {
            peak = now;
            Thread.Sleep(1);
        }

        process.WaitForExit();
        return process.ExitCode == 0
            ? new Start(firstAnswer, peak, firstLine + "\n" + rest.Result)
            : throw new InvalidOperationException($"{executable} has failed:\n{firstLine}\n{rest.Result}");
    }

    /// <returns>The peak in megabytes, or null if the process has ended or the system has no /proc.</returns>
    private static double? PeakMemory(int processId)
    {
        try
        {
            const string Peak = "VmHWM:";
            var line = File.ReadLines($"/proc/{processId}/status")
                .FirstOrDefault(line => line.StartsWith(Peak, StringComparison.Ordinal));
            return line is null
                ? null
                : double.Parse(line.AsSpan(Peak.Length).TrimEnd("kB"), CultureInfo.InvariantCulture) * 1024 / 1e6;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
