using System.Diagnostics;

namespace DodoUpsell.Emulator.Tests.Tool;

/// <summary>The tool as a user runs it: a process with arguments and an output.</summary>
internal sealed class ToolProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    public ToolProcess(params string[] arguments)
        : this([], arguments) { }

    public ToolProcess(IEnumerable<KeyValuePair<string, string>> environment, params string[] arguments)
    {
        var tool = Path.Combine(AppContext.BaseDirectory, "dodo-emulator.dll");

        // A run in the background ignores Ctrl+C, and its children inherit that; a user's terminal does not.
        string[] withSignals = OperatingSystem.IsLinux()
            ? ["env", "--default-signal", "dotnet", tool]
            : ["dotnet", tool];
        var start = new ProcessStartInfo(withSignals[0], [.. withSignals[1..], .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((var name, var value) in environment)
            start.Environment[name] = value;
        _process = Process.Start(start)!;
        _errors = _process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    public Task<string> Errors => _errors;

    public async Task<string?> ReadLine() =>
        await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);

    /// <summary>Asks the process to end, as Ctrl+C in a terminal (INT) or a service manager (TERM) does.</summary>
    public async Task Signal(string name)
    {
        using var kill = Process.Start("sh", ["-c", $"kill -{name} {_process.Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public async Task<int> ExitCode()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
