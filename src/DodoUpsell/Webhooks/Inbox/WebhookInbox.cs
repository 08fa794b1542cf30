using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DodoUpsell.Webhooks;

/// <inheritdoc cref="IWebhookInbox"/>
/// <remarks>
/// Thread-safe. With dependency injection it is registered by <c>AddDodoUpsells</c>; without, make one, add delegates,
/// and call <see cref="RunAsync"/> or <see cref="ProcessAsync"/>.
/// </remarks>
public sealed class WebhookInbox : IWebhookInbox
{
    private readonly Func<DodoUpsellOptions> _options;
    private readonly IWebhookInboxStore _store;
    private readonly TimeProvider _time;
    private readonly DelegateHandlers _delegates = new();
    private readonly InboxSignal _signal = new();
    private readonly InboxReceiver _receiver;
    private readonly WebhookWork _work;
    private readonly InboxPump<InboxDelivery> _pump;

    /// <summary>
    /// An inbox without a container. It keeps the options as they are now; only the webhook settings among them are
    /// needed.
    /// </summary>
    /// <param name="options">The secrets and how to handle deliveries.</param>
    /// <param name="store">Where deliveries are kept. Default: in memory.</param>
    /// <param name="timeProvider">The clock. Default: the system's.</param>
    /// <param name="loggerFactory">Where it logs. Default: nowhere.</param>
    /// <exception cref="ArgumentException">A webhook setting is wrong.</exception>
    public WebhookInbox(
        DodoUpsellOptions options,
        IWebhookInboxStore? store = null,
        TimeProvider? timeProvider = null,
        ILoggerFactory? loggerFactory = null
    )
        : this(
            Keep(options),
            store ?? new InMemoryWebhookInboxStore(),
            timeProvider ?? TimeProvider.System,
            loggerFactory ?? NullLoggerFactory.Instance
        ) { }

    internal WebhookInbox(
        Func<DodoUpsellOptions> options,
        IWebhookInboxStore store,
        TimeProvider time,
        ILoggerFactory loggers,
        ServiceHandlers? services = null,
        Func<double>? jitter = null
    )
    {
        (_options, _store, _time) = (options, store, time);
        var log = loggers.CreateLogger("DodoUpsell");
        _receiver = new InboxReceiver(options, store, time, log);
        _work = new WebhookWork(options, store, time, _delegates, services, log);
        _pump = new InboxPump<InboxDelivery>(_work, _signal, time, jitter ?? Random.Shared.NextDouble, log);
    }

    internal bool RunsInBackground => _options().Webhooks.RunInBackground;

    /// <summary>
    /// Adds a handler for one class of events; for <see cref="WebhookEvent"/>, for all. It is called as
    /// <see cref="IDodoWebhookHandler{TEvent}"/> says.
    /// </summary>
    public WebhookInbox OnWebhook<TEvent>(Func<TEvent, WebhookContext, CancellationToken, Task> handle)
        where TEvent : WebhookEvent
    {
        ArgumentNullException.ThrowIfNull(handle);
        _delegates.Add(handle);
        return this;
    }

    /// <inheritdoc/>
    public async Task<WebhookReceipt> ReceiveAsync(
        WebhookHeaders headers,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellationToken = default
    )
    {
        var receipt = await _receiver.ReceiveAsync(headers, body, cancellationToken).ConfigureAwait(false);
        if (receipt.Status == WebhookReceiptStatus.Recorded)
            _signal.Raise();
        return receipt;
    }

    /// <inheritdoc/>
    public async Task<WebhookReceipt> ReceiveAsync(
        WebhookHeaders headers,
        Stream body,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(body);
        var bytes = await LimitedBody
            .ReadAsync(body, _options().Webhooks.MaxBodyBytes, cancellationToken)
            .ConfigureAwait(false);
        return await ReceiveAsync(headers, bytes, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<WebhookProcessingReport> ProcessAsync(CancellationToken cancellationToken = default) =>
        (await _pump.DrainAsync(cancellationToken).ConfigureAwait(false)).Aggregate(
            new WebhookProcessingReport(0, 0, 0, 0),
            (total, result) => total.Plus(result)
        );

    /// <summary>
    /// Handles deliveries as they become due, until cancelled, for an app without a host. What is being handled then is
    /// given back.
    /// </summary>
    public Task RunAsync(CancellationToken cancellationToken = default) => _pump.RunAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<InboxDelivery?> FindAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return _store.FindAsync(id, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<InboxDelivery>> ListAsync(
        InboxState state,
        int maxCount = 100,
        InboxDelivery? after = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxCount);
        return _store.ListAsync(state, maxCount, after, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<bool> ReplayAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        var replayed = await _store.ReplayAsync(id, _time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        if (replayed)
            _signal.Raise();
        return replayed;
    }

    /// <inheritdoc/>
    public Task<int> PruneAsync(CancellationToken cancellationToken = default) => _work.PruneAsync(cancellationToken);

    private static Func<DodoUpsellOptions> Keep(DodoUpsellOptions options)
    {
        var kept = Check.NotNull(options, nameof(options)).Copy();
        EnvironmentVariables.FillIn(kept);
        DodoUpsellOptionsValidator.ThrowIfWebhooksAreWrong(kept);
        return () => kept;
    }
}
