using DodoUpsell.Webhooks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DodoUpsell.Charging;

/// <summary>
/// Holds the components that charge each key at most once for one account. Flows, webhooks and the reconciler share it.
/// </summary>
internal sealed class ChargeEngine
{
    private static readonly TimeSpan DefaultClockSkew = new DodoUpsellOptions().MaxClockSkew;

    private readonly IReadOnlyDictionary<string, ChargeReader> _readers;

    public ChargeEngine(
        IDodoClient dodo,
        IChargeLedger ledger,
        Func<ChargingOptions> options,
        TimeProvider clock,
        ChargeMessages messages,
        ILogger log,
        Func<string>? newAttemptId = null
    )
    {
        (Dodo, Ledger, Clock, Options, Messages, Log) = (dodo, ledger, clock, options, messages, log);
        NewAttemptId = newAttemptId ?? (static () => Guid.NewGuid().ToString("N"));
        _readers = FlowNames.Readers(dodo, clock);
        Outcomes = new ChargeOutcomes(messages, clock);
        Recorder = new ChargeRecorder(this);
        Poller = new ChargePoller(this);
        ClockGuard = new ClockGuard(this);
        Protocol = new ChargeProtocol(this);
    }

    public IDodoClient Dodo { get; }

    public DodoEnvironment Environment => Dodo.Environment;

    public IChargeLedger Ledger { get; }

    public TimeProvider Clock { get; }

    public Func<ChargingOptions> Options { get; }

    public ChargeMessages Messages { get; }

    public ILogger Log { get; }

    public Func<string> NewAttemptId { get; }

    public ChargeOutcomes Outcomes { get; }

    public ChargeRecorder Recorder { get; }

    public ChargePoller Poller { get; }

    public ClockGuard ClockGuard { get; }

    public ChargeProtocol Protocol { get; }

    /// <summary>Raised when a settlement is recorded, so that it is delivered at once.</summary>
    public InboxSignal SettlementSignal { get; } = new();

    public ChargeTimes Times =>
        new(Options().GracePeriod, Dodo.Clock?.MaxDifference ?? DefaultClockSkew, IsClockTrusted);

    /// <summary>Gets whether this node's clock may be compared with times written by other nodes.</summary>
    public bool IsClockTrusted => Dodo.Clock is not { IsTrusted: false };

    public ChargeReader ReaderOf(ChargeRecord record) =>
        _readers.TryGetValue(record.Flow, out var reader)
            ? reader
            : throw new InvalidOperationException(
                $"The charge {record.Key} was made by the flow '{record.Flow}', which this version does not know. "
                    + $"Reconcile it on a node that runs the newer version."
            );

    /// <summary>
    /// Returns the current outcome of a charge key, or null if none of the given flows made the charge.
    /// </summary>
    public async Task<ChargeOutcome?> FindOutcomeAsync(
        ChargeKey key,
        string[] flows,
        CancellationToken cancellationToken
    )
    {
        var record = await Ledger
            .FindAsync(Environment, ChargeKey.Require(key, nameof(key)), cancellationToken)
            .ConfigureAwait(false);
        if (record is null || !flows.Contains(record.Flow, StringComparer.Ordinal))
            return null;
        return Outcomes.Of(await Poller.CheckAsync(record, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Creates an engine without dependency injection. Arguments that are null get their defaults.</summary>
    public static ChargeEngine Create(
        IDodoClient dodo,
        IChargeLedger ledger,
        ChargingOptions? options,
        TimeProvider? clock,
        ChargeMessages? messages,
        ILoggerFactory? loggers
    )
    {
        ArgumentNullException.ThrowIfNull(dodo);
        ArgumentNullException.ThrowIfNull(ledger);
        var kept = options?.Copy() ?? new ChargingOptions();
        ChargingOptionsCheck.ThrowIfWrong(kept, (dodo as DodoClient)?.TotalTimeout ?? TimeSpan.Zero);
        return new ChargeEngine(
            dodo,
            ledger,
            () => kept,
            clock ?? TimeProvider.System,
            messages ?? ChargeMessages.English,
            (loggers ?? NullLoggerFactory.Instance).CreateLogger("DodoUpsell")
        );
    }
}
