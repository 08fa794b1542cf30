using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Faults;
using DodoUpsell.Emulator.Webhooks;
using DodoUpsell.Emulator.Wire;
using Microsoft.AspNetCore.Builder;

namespace DodoUpsell.Emulator;

/// <summary>
/// A running server of an emulator. While it runs, webhooks are sent automatically. Disposing stops the server and
/// keeps the emulator.
/// </summary>
public sealed class DodoEmulatorServer : IAsyncDisposable
{
    private readonly EmulatorState _state;
    private readonly WebApplication _application;
    private readonly WebhookPump _webhooks;

    private DodoEmulatorServer(EmulatorState state, WebApplication application, Func<WebhookPump> startWebhooks)
    {
        _state = state;
        _application = application;
        BaseAddress = new Uri(application.Urls.Single());
        lock (state.Gate)
            state.Origins.Add(BaseAddress);

        _webhooks = startWebhooks();
    }

    /// <summary>Gets the base URL of the API, for example <c>http://127.0.0.1:4010/</c>.</summary>
    public Uri BaseAddress { get; }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        lock (_state.Gate)
            _state.Origins.Remove(BaseAddress);

        await _webhooks.DisposeAsync().ConfigureAwait(false);
        await _application.StopAsync().ConfigureAwait(false);
        await _application.DisposeAsync().ConfigureAwait(false);
    }

    internal static async Task<DodoEmulatorServer> StartAsync(
        EmulatorState state,
        FaultInjector answers,
        Func<WebhookPump> startWebhooks,
        int port,
        CancellationToken cancellationToken
    )
    {
        var application = await EmulatorServer
            .StartAsync(answers, new SiteGuard(state.Options), port, cancellationToken)
            .ConfigureAwait(false);
        return new DodoEmulatorServer(state, application, startWebhooks);
    }
}
