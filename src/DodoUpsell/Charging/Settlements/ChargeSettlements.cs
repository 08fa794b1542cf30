using DodoUpsell.Charging.Settlements;
using DodoUpsell.Webhooks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DodoUpsell;

/// <inheritdoc cref="IChargeSettlements"/>
/// <remarks>
/// Thread-safe. With dependency injection it is registered by <c>AddDodoUpsells</c>; without, create one, add
/// delegates, and call <see cref="RunAsync"/> or <see cref="ProcessAsync"/>. How settlements are handled is set in
/// <see cref="DodoUpsellOptions.Webhooks"/>, as for webhooks.
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
    /// Tells the settlements of a ledger, without dependency injection. It keeps the options as they are now.
    /// </summary>
    /// <param name="dodo">The client of the flows; its environment's settlements are told.</param>
    /// <param name="ledger">The ledger of the flows.</param>
    /// <param name="options">Only <see cref="DodoUpsellOptions.Webhooks"/> and
    /// <see cref="DodoUpsellOptions.MaxClockSkew"/> are read. Default: the defaults.</param>
    /// <param name="timeProvider">The clock. Default: the system's.</param>
    /// <param name="loggerFactory">Where it logs. Default: nowhere.</param>
    /// <exception cref="ArgumentException">A webhook setting is wrong.</exception>
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

    /// <summary>Adds a handler. It is called as <see cref="IChargeSettlementHandler"/> says.</summary>
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
    /// Tells settlements as they become due, until cancelled, for an app without a host. What is being handled then is
    /// given back.
    /// </summary>
    /// <remarks>
    /// It looks for new ones every 30 seconds. Call <see cref="ProcessAsync"/> after a charge to tell its settlement at
    /// once.
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
