using System.Diagnostics;
using System.Globalization;

namespace WebhookLoad;

/// <summary>Starts, asks and kills the process of a <see cref="Receiver"/>.</summary>
internal sealed class ReceiverProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ReceiverProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<ReceiverProcess> StartAsync(string database, TimeSpan handlerTime)
    {
        string[] arguments =
        [
            "--receiver",
            database,
            handlerTime.TotalMilliseconds.ToString(CultureInfo.InvariantCulture),
        ];
        var process = Process.Start(
            new ProcessStartInfo(Environment.ProcessPath!, arguments)
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            }
        )!;
        var address =
            await process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("The receiver did not start.");
        return new ReceiverProcess(process, new Uri(address));
    }

    /// <summary>Returns the processor time that the receiver has used.</summary>
    public async Task<TimeSpan> ProcessorTimeAsync()
    {
        using var http = new HttpClient { BaseAddress = Address };
        var seconds = await http.GetStringAsync(new Uri("/processor-time", UriKind.Relative));
        return TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture));
    }

    /// <summary>Ends the process as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
