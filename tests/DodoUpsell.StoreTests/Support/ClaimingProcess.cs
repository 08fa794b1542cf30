using System.Diagnostics;
using DodoUpsell.TestKit;

namespace DodoUpsell.StoreTests.Support;

/// <summary>A process of its own that claims keys one after the other and prints each result.</summary>
internal sealed class ClaimingProcess : IDisposable
{
    public const string Option = "--claims";

    private static readonly DateTimeOffset Now = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    private readonly Process _process;

    /// <summary>Starts a process that claims the keys 0 to <paramref name="count"/> - 1.</summary>
    public ClaimingProcess(string connectionString, string account, int count)
    {
        var start = ThisProgram.With(Option, connectionString, account, $"{count}");
        (start.RedirectStandardInput, start.RedirectStandardOutput) = (true, true);
        _process = Process.Start(start)!;
    }

    /// <summary>The program of the process. A line is printed when the claim has returned.</summary>
    public static async Task<int> RunAsync(string connectionString, string account, int count)
    {
        await using var node = new Node(connectionString);
        var ledger = node.Ledger(account);
        await ledger.ClaimAsync(Claim($"warm-up-{Environment.ProcessId}"));
        Console.WriteLine("ready");
        await Console.In.ReadLineAsync();
        for (var i = 0; i < count; i++)
        {
            var claim = await ledger.ClaimAsync(Claim($"{i}"));
            Console.WriteLine($"{i} {(claim.Granted ? "granted" : "taken")}.");
        }

        return 0;
    }

    public static ChargeRecord Claim(string key) =>
        new()
        {
            Environment = DodoEnvironment.Test,
            Key = key,
            Fingerprint = "0F",
            Flow = "upsell",
            CustomerId = "cus_1",
            ClaimedAt = Now,
            Attempts = [new ChargeAttempt { Id = Guid.NewGuid().ToString("N"), StartedAt = Now }],
        };

    /// <summary>Returns when the process is ready to claim.</summary>
    public async Task IsReadyAsync() => Assert.Equal("ready", await _process.StandardOutput.ReadLineAsync());

    /// <summary>
    /// Lets the process claim, and returns the keys that it has claimed when it ends. If a limit is given, it is killed (SIGKILL) as soon as
    /// that many keys are claimed.
    /// </summary>
    public async Task<List<string>> GrantedAsync(int? killAfter = null)
    {
        await _process.StandardInput.WriteLineAsync();
        await _process.StandardInput.FlushAsync();
        var granted = new List<string>();
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.EndsWith(" granted.", StringComparison.Ordinal))
                granted.Add(line.Split(' ')[0]);
            if (granted.Count == killAfter)
                _process.Kill();
        }

        await _process.WaitForExitAsync();
        Assert.Equal(killAfter is null, _process.ExitCode == 0);
        return granted;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
