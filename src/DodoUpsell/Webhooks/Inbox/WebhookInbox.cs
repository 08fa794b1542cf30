using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DodoUpsell.Webhooks;

/// <inheritdoc cref="IWebhookInbox"/>
/// <remarks>
/// Thread-safe. <c>AddDodoUpsells</c> registers it with dependency injection. Without dependency injection, create an
/// instance, add delegates, and call <see cref="RunAsync"/> or <see cref="ProcessAsync"/>.
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
    /// Creates an inbox without dependency injection. The options are copied; only their webhook settings are required.
    /// </summary>
    /// <param name="options">The options with the secrets and the webhook settings.</param>
    /// <param name="store">The store of the deliveries. The default is an in-memory store.</param>
    /// <param name="timeProvider">The time provider. The default is the system clock.</param>
    /// <param name="loggerFactory">The logger factory. By default, nothing is logged.</param>
    /// <exception cref="ArgumentException">A webhook setting is invalid.</exception>
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
    /// Registers a delegate that handles events of type <typeparamref name="TEvent"/>. A delegate for
    /// <see cref="WebhookEvent"/> handles all events. The guarantees of <see cref="IDodoWebhookHandler{TEvent}"/>
    /// apply.
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
    /// Handles deliveries as they become due, until it is cancelled. Use it in an app without a host. On cancellation,
    /// the deliveries that are being handled are released without counting the attempt.
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
    public Task<IReadOnlyList<InboxDelivery>> ListOfSubjectAsync(
        string subject,
        int maxCount = 100,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxCount);
        return _store.ListOfSubjectAsync(subject, maxCount, cancellationToken);
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
