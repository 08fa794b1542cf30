using DodoUpsell.Webhooks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DodoUpsell.Charging;

/// <summary>The parts that charge one key once, put together for one account; flows, webhooks and the reconciler share it.</summary>
internal sealed class ChargeEngine
{
    public ChargeEngine(IDodoClient dodo, IChargeLedger ledger, Func<ChargingOptions> options, TimeProvider clock, ChargeMessages messages, ILogger log, Func<string>? newAttemptId = null)
    {
        (Dodo, Ledger, Clock, Options, Log) = (dodo, ledger, clock, options, log);
        Messages = messages;
        Outcomes = new ChargeOutcomes(messages);
        NewAttemptId = newAttemptId ?? (static () => Guid.NewGuid().ToString("N"));
        Recorder = new ChargeRecorder(dodo, ledger, options, clock, log);
        Watch = new ChargeWatch(Recorder, options, clock, log);
        OneCharge = new OneCharge(dodo, ledger, Recorder, Watch, Outcomes, clock, NewAttemptId, log);
    }

    public IDodoClient Dodo { get; }

    public IChargeLedger Ledger { get; }

    public TimeProvider Clock { get; }

    public Func<ChargingOptions> Options { get; }

    public ChargeMessages Messages { get; }

    public ChargeRecorder Recorder { get; }

    public ChargeWatch Watch { get; }

    public ChargeOutcomes Outcomes { get; }

    public OneCharge OneCharge { get; }

    public Func<string> NewAttemptId { get; }

    public ILogger Log { get; }

    /// <summary>Raised after a settlement was recorded, so that it is told at once.</summary>
    public InboxSignal SettlementSignal { get; } = new();

    /// <summary>For an app without dependency injection: everything that is not given has its default.</summary>
    public static ChargeEngine Create(IDodoClient dodo, IChargeLedger ledger, ChargingOptions? options, TimeProvider? clock, ChargeMessages? messages, ILoggerFactory? loggers)
    {
        ArgumentNullException.ThrowIfNull(dodo);
        ArgumentNullException.ThrowIfNull(ledger);
        var kept = options?.Copy() ?? new ChargingOptions();
        ChargingOptionsCheck.ThrowIfWrong(kept, (dodo as DodoClient)?.TotalTimeout ?? TimeSpan.Zero);
        return new ChargeEngine(dodo, ledger, () => kept, clock ?? TimeProvider.System, messages ?? ChargeMessages.English, (loggers ?? NullLoggerFactory.Instance).CreateLogger("DodoUpsell"));
    }
}
