using System.Diagnostics;

namespace DodoUpsell.Shop.Tests;

/// <summary>A node of the shop, as a user starts it.</summary>
internal sealed class ShopProcess : IAsyncDisposable
{
    private readonly Process _process;
    private bool _isKilled;

    private ShopProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<ShopProcess> StartAsync(Uri address, params string[] arguments)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "UpsellShop.dll"), "--Urls", address.ToString(), .. arguments]
        )
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        var process = Process.Start(start)!;
        var printed = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            printed.Add(line);
            if (!line.StartsWith("The shop is open", StringComparison.Ordinal))
                continue;

            // A pipe that nobody reads would stop the shop when it is full.
            _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
            _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
            return new ShopProcess(process, address);
        }

        throw new InvalidOperationException(
            string.Join('\n', printed) + await process.StandardError.ReadToEndAsync(CancellationToken.None)
        );
    }

    /// <summary>Ends the process as <c>kill -9</c> does.</summary>
    public void Kill()
    {
        _isKilled = true;
        _process.Kill();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_isKilled)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
