using System.Threading.Channels;
using DodoUpsell.Emulator.Engine;

namespace DodoUpsell.Emulator.Webhooks;

/// <summary>Sends webhooks automatically while a server runs.</summary>
internal sealed class WebhookPump : IAsyncDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(250);
    private readonly EmulatorState _state;
    private readonly WebhookDispatcher _dispatcher;
    private readonly Channel<bool> _wakeUps = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _running;
    private bool _isDisposed;

    public WebhookPump(EmulatorState state, WebhookDispatcher dispatcher)
    {
        _state = state;
        _dispatcher = dispatcher;
        dispatcher.Due += WakeUp;
        WakeUp(this, EventArgs.Empty);
        _running = Task.WhenAll(DeliverAsync(_stopping.Token), FollowTimeAsync(_stopping.Token));
    }

    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
            return;

        _isDisposed = true;
        _dispatcher.Due -= WakeUp;
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
    }

    private void WakeUp(object? sender, EventArgs arguments) => _wakeUps.Writer.TryWrite(true);

    private async Task DeliverAsync(CancellationToken cancellationToken)
    {
        await foreach (var _ in _wakeUps.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            await _dispatcher.DeliverDueAsync(cancellationToken).ConfigureAwait(false);
    }

    // Without requests, nothing else notices that time has passed and that something is due.
    private async Task FollowTimeAsync(CancellationToken cancellationToken)
    {
        if (_state.Options.TimeSource is not { } source)
            return;

        using var timer = new PeriodicTimer(Tick, source);
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
            _state.Clock.CatchUp();
    }
}
