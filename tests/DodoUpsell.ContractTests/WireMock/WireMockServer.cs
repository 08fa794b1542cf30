using System.Diagnostics;
using System.Globalization;
using DodoUpsell.TestKit;

namespace DodoUpsell.ContractTests.WireMock;

/// <summary>
/// The real WireMock server, started once for the whole assembly with the first test that needs it. It chooses its own
/// port. Its stubs are the JSON files in <c>mappings</c>.
/// </summary>
public sealed class WireMockServer : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly Lazy<Task<WireMockAdmin>> _start;
    private Process? _process;
    private Task _output = Task.CompletedTask;

    /// <summary>Creates the fixture without starting the server.</summary>
    public WireMockServer() => _start = new Lazy<Task<WireMockAdmin>>(StartAsync);

    /// <summary>Returns the running server. Skips the calling test if WireMock is not installed.</summary>
    public Task<WireMockAdmin> GetAsync() => _start.Value;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_process is null)
            return;

        if (_start.Value.IsCompletedSuccessfully)
            (await _start.Value).Dispose();
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        await _output;
        _process.Dispose();
    }

    private async Task<WireMockAdmin> StartAsync()
    {
        _process = NodeScript.Start(
            "WireMock",
            "wiremock.mjs",
            "wiremock",
            AppContext.BaseDirectory,
            "--max-request-journal-entries",
            "20000"
        );
        var said = new List<string>();
        using var limit = new CancellationTokenSource(StartLimit);
        try
        {
            while (await _process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
            {
                said.Add(line);
                if (PortIn(line) is not { } port)
                    continue;

                _output = DrainAsync(_process);
                var admin = new WireMockAdmin(new UriBuilder(Uri.UriSchemeHttp, "127.0.0.1", port).Uri);
                await admin.WaitUntilReadyAsync(limit.Token);
                return admin;
            }
        }
        catch (OperationCanceledException)
        {
            said.Add($"No answer within {StartLimit}.");
        }

        var errors = _process.HasExited ? await _process.StandardError.ReadToEndAsync(CancellationToken.None) : "";
        if (errors.Contains("ENOENT", StringComparison.Ordinal))
            throw Components.Missing(
                "Java",
                "a Java runtime, version 11 or newer, is needed by WireMock (Debian: `apt-get install "
                    + "default-jre-headless`)"
            );
        throw new InvalidOperationException($"WireMock did not start.\n{string.Join('\n', said)}\n{errors}");
    }

    // The output line with the port is "port: 39725", with spaces after the colon.
    private static int? PortIn(string line) =>
        line.StartsWith("port:", StringComparison.Ordinal)
        && int.TryParse(
            line["port:".Length..],
            NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture,
            out var port
        )
            ? port
            : null;

    // The pipe must be read, because a full pipe would block the server.
    private static async Task DrainAsync(Process process)
    {
        var errors = process.StandardError.ReadToEndAsync();
        while (await process.StandardOutput.ReadLineAsync() is not null) { }

        await errors;
    }
}
