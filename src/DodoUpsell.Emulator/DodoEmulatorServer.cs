using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Wire;
using Microsoft.AspNetCore.Builder;

namespace DodoUpsell.Emulator;

/// <summary>A running server in front of an emulator. Disposing stops the server; the emulator lives on.</summary>
public sealed class DodoEmulatorServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private DodoEmulatorServer(WebApplication application)
    {
        _application = application;
        BaseAddress = new Uri(application.Urls.Single());
    }

    /// <summary>Where the API answers, for example <c>http://127.0.0.1:4010/</c>.</summary>
    public Uri BaseAddress { get; }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync().ConfigureAwait(false);
        await _application.DisposeAsync().ConfigureAwait(false);
    }

    internal static async Task<DodoEmulatorServer> StartAsync(EmulatorEngine engine, int port, CancellationToken cancellationToken)
        => new(await KestrelFace.StartAsync(engine, port, cancellationToken).ConfigureAwait(false));
}
