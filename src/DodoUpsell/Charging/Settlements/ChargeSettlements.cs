using DodoUpsell.Charging.Settlements;
using DodoUpsell.Webhooks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DodoUpsell;

/// <inheritdoc cref="IChargeSettlements"/>
/// <remarks>
/// Thread-safe. With dependency injection it is registered by <c>AddDodoUpsells</c>. Without it, create an instance,
/// add delegates, and call <see cref="RunAsync"/> or <see cref="ProcessAsync"/>. The settings in
/// <see cref="DodoUpsellOptions.Webhooks"/> apply to settlements as well.
/// </remarks>
public sealed class ChargeSettlements : IChargeSettlements
{
    private readonly Func<DodoUpsellOptions> _options;
    private readonly Func<DodoEnvironment> _environment;
    private readonly IChargeSettlementStore _store;
    private readonly SettlementHandlers _handlers;
    private readonly TimeProvider _time;
    private readonly InboxSignal _signal;
    private readonly SettlementWork _work;
    private readonly InboxPump<SettlementDelivery> _pump;

    /// <summary>
    /// Creates an instance without dependency injection. Later changes of the options have no effect.
    /// </summary>
    /// <param name="dodo">The client of the flows. Settlements of its environment are delivered.</param>
    /// <param name="ledger">The ledger of the flows.</param>
    /// <param name="options">The options, of which only <see cref="DodoUpsellOptions.Webhooks"/> and
    /// <see cref="DodoUpsellOptions.MaxClockSkew"/> are used, or null for the defaults.</param>
    /// <param name="timeProvider">The clock, or null for the system clock.</param>
    /// <param name="loggerFactory">The logger factory, or null for no logging.</param>
    /// <exception cref="ArgumentException">A webhook setting is invalid.</exception>
    public ChargeSettlements(
        IDodoClient dodo,
        IChargeLedger ledger,
        DodoUpsellOptions? options = null,
        TimeProvider? timeProvider = null,
        ILoggerFactory? loggerFactory = null
    )
        : this(
            Keep(options),
            EnvironmentOf(dodo),
            Check.NotNull(ledger, nameof(ledger)).Settlements,
            new SettlementHandlers(),
            timeProvider ?? TimeProvider.System,
            loggerFactory ?? NullLoggerFactory.Instance,
            new InboxSignal()
        ) { }

    internal ChargeSettlements(
        Func<DodoUpsellOptions> options,
        Func<DodoEnvironment> environment,
        IChargeSettlementStore store,
        SettlementHandlers handlers,
        TimeProvider time,
        ILoggerFactory loggers,
        InboxSignal signal,
        Func<double>? jitter = null
    )
    {
        (_options, _environment, _store, _handlers, _time, _signal) = (
            options,
            environment,
            store,
            handlers,
            time,
            signal
        );
        var log = loggers.CreateLogger("DodoUpsell");
        _work = new SettlementWork(options, environment, store, handlers, time, log);
        _pump = new InboxPump<SettlementDelivery>(_work, signal, time, jitter ?? Random.Shared.NextDouble, log);
    }

    internal bool RunsInBackground => _options().Webhooks.RunInBackground;

    /// <summary>
    /// Adds a delegate that handles settlements. It is called as described at <see cref="IChargeSettlementHandler"/>.
    /// </summary>
    public ChargeSettlements OnChargeSettled(Func<ChargeSettlement, SettlementContext, CancellationToken, Task> handle)
    {
        ArgumentNullException.ThrowIfNull(handle);
        _handlers.Add(new DelegateSettlementHandler(handle));
        return this;
    }

    /// <inheritdoc/>
    public async Task<SettlementReport> ProcessAsync(CancellationToken cancellationToken = default) =>
        SettlementReport.Of(await _pump.DrainAsync(cancellationToken).ConfigureAwait(false));

    /// <summary>
    /// Delivers settlements as they become due, until cancelled. For apps without a host. Settlements that are being
    /// handled when it is cancelled are released.
    /// </summary>
    /// <remarks>
    /// New settlements are looked for every 30 seconds. Call <see cref="ProcessAsync"/> after a charge to deliver its
    /// settlement at once.
    /// </remarks>
    public Task RunAsync(CancellationToken cancellationToken = default) => _pump.RunAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<SettlementDelivery?> FindAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return _store.FindAsync(_environment(), id, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<SettlementDelivery>> ListAsync(
        InboxState state,
        int maxCount = 100,
        SettlementDelivery? after = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxCount);
        return _store.ListAsync(_environment(), state, maxCount, after, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<SettlementDelivery>> ListOfChargeAsync(
        ChargeKey key,
        CancellationToken cancellationToken = default
    ) => _store.ListOfChargeAsync(_environment(), key, cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> ReplayAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        var replayed = await _store
            .ReplayAsync(_environment(), id, _time.GetUtcNow(), cancellationToken)
            .ConfigureAwait(false);
        if (replayed)
            _signal.Raise();
        return replayed;
    }

    /// <inheritdoc/>
    public Task<int> PruneAsync(CancellationToken cancellationToken = default) => _work.PruneAsync(cancellationToken);

    private static Func<DodoEnvironment> EnvironmentOf(IDodoClient dodo)
    {
        ArgumentNullException.ThrowIfNull(dodo);
        return () => dodo.Environment;
    }

    private static Func<DodoUpsellOptions> Keep(DodoUpsellOptions? options)
    {
        var kept = options?.Copy() ?? new DodoUpsellOptions();
        DodoUpsellOptionsValidator.ThrowIfWebhooksAreWrong(kept);
        return () => kept;
    }
}
