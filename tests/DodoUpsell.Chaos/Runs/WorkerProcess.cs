using System.Diagnostics;
using System.Text.Json;
using DodoUpsell.TestKit;

namespace DodoUpsell.Chaos;

/// <summary>The parent's side of a worker process: sends orders and detects the end of the process.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process _process;

    public WorkerProcess(Uri address, string connectionString)
    {
        var start = ThisProgram.With("--worker", address.ToString(), "--database", connectionString);
        (start.RedirectStandardInput, start.RedirectStandardOutput) = (true, true);
        _process = Process.Start(start)!;
    }

    /// <summary>Sends an order and waits until it is completed or the worker has died.</summary>
    /// <returns>True if the order was completed; false if the worker died.</returns>
    public async Task<bool> DoAsync(WorkerOrder order, Action<WorkerAnswer> heard)
    {
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(order)).ConfigureAwait(false);
        await _process.StandardInput.FlushAsync().ConfigureAwait(false);
        while (await _process.StandardOutput.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            // A line that was truncated by a kill is not a response.
            if (!line.EndsWith('}'))
                continue;
            var answer = JsonSerializer.Deserialize<WorkerAnswer>(line)!;
            if (answer.IsDone)
                return true;
            heard(answer);
        }

        await _process.WaitForExitAsync().ConfigureAwait(false);
        return false;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
