using System.Diagnostics;

namespace DodoUpsell.Samples.Tests;

/// <summary>A sample as a user runs it: a process with arguments, an environment and a pipe for its output.</summary>
internal sealed class SampleProcess : IDisposable
{
    private static readonly string[] OfAccount = ["DODO_PAYMENTS_API_KEY", "DODO_PAYMENTS_BASE_URL"];

    private readonly Process _process;

    private SampleProcess(string program, string[] arguments, KeyValuePair<string, string>[] environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // No test is to reach the account of whoever runs it.
        foreach (var name in OfAccount)
            start.Environment.Remove(name);
        start.Environment["TERM"] = "xterm-256color";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        _process = Process.Start(start)!;
    }

    public static SampleProcess Start(string sample, params string[] arguments) =>
        new("dotnet", [PathOf(sample), .. arguments], []);

    public static SampleProcess Start(
        string sample,
        KeyValuePair<string, string> environment,
        params string[] arguments
    ) => new("dotnet", [PathOf(sample), .. arguments], [environment]);

    public static async Task<SampleRun> RunAsync(
        string sample,
        string[] arguments,
        params KeyValuePair<string, string>[] environment
    )
    {
        using var process = new SampleProcess("dotnet", [PathOf(sample), .. arguments], environment);
        return await process.EndAsync();
    }

    /// <summary>Runs it in a terminal of its own; what it prints there is the output.</summary>
    public static async Task<SampleRun> RunInTerminalAsync(string sample)
    {
        using var terminal = new SampleProcess(
            "script",
            ["-qec", $"env -u NO_COLOR TERM=xterm-256color dotnet '{PathOf(sample)}'", "/dev/null"],
            []
        );
        return await terminal.EndAsync();
    }

    public Task<string?> ReadLineAsync() =>
        _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask();

    /// <summary>Returns the address at which a web server listens, as it prints it.</summary>
    public async Task<Uri> AddressAsync()
    {
        const string Listening = "Now listening on: ";
        while (await ReadLineAsync() is { } line)
        {
            if (line.IndexOf(Listening, StringComparison.Ordinal) is var at and >= 0)
                return new Uri(line[(at + Listening.Length)..]);
        }

        throw new InvalidOperationException(await _process.StandardError.ReadToEndAsync());
    }

    /// <summary>Closes the reading end, as <c>head -1</c> does after its line.</summary>
    public void StopReading() => _process.StandardOutput.Close();

    public async Task<(int ExitCode, string Errors)> EndUnreadAsync()
    {
        var errors = await _process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (_process.ExitCode, errors);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private static string PathOf(string sample) => Path.Combine(AppContext.BaseDirectory, $"{sample}.dll");

    private async Task<SampleRun> EndAsync()
    {
        var output = _process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var (exitCode, errors) = await EndUnreadAsync();
        return new SampleRun(exitCode, await output, errors);
    }
}

/// <summary>What a run left behind.</summary>
internal sealed record SampleRun(int ExitCode, string Output, string Errors)
{
    public IReadOnlyList<string> ErrorLines =>
        Errors.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
