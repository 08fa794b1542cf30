using System.Diagnostics;
using System.Text.Json;

namespace DodoUpsell.Chaos;

/// <summary>The other end of a worker: gives it orders, and notices its death.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process _process;

    public WorkerProcess(Uri address, string connectionString)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(WorkerProcess).Assembly.Location);
        foreach (var argument in new[] { "--worker", address.ToString(), "--database", connectionString })
            start.ArgumentList.Add(argument);
        _process = Process.Start(start)!;
    }

    /// <summary>Gives an order and waits until it is done, or the worker is dead.</summary>
    /// <returns>Whether it lived to the end.</returns>
    public async Task<bool> DoAsync(WorkerOrder order, Action<WorkerAnswer> heard)
    {
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(order)).ConfigureAwait(false);
        await _process.StandardInput.FlushAsync().ConfigureAwait(false);
        while (await _process.StandardOutput.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            // A line that a kill cut short is no answer.
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
