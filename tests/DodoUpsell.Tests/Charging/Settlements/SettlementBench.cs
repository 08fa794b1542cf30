using DodoUpsell.Charging.Settlements;
using DodoUpsell.Tests.Support;
using DodoUpsell.Webhooks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DodoUpsell.Tests.Charging.Settlements;

/// <summary>A node that tells the settlements of a ledger, on a clock that stands still.</summary>
internal sealed class SettlementBench
{
    public SettlementBench(
        IChargeLedger? ledger = null,
        ManualTimeProvider? clock = null,
        ILoggerFactory? loggers = null,
        IChargeSettlementStore? store = null
    )
    {
        Ledger = ledger ?? new InMemoryChargeLedger();
        Clock = clock ?? new ManualTimeProvider();
        Settlements = new ChargeSettlements(
            () => Options,
            () => DodoEnvironment.Test,
            store ?? Ledger.Settlements,
            new SettlementHandlers(),
            Clock,
            loggers ?? NullLoggerFactory.Instance,
            Signal,
            jitter: () => 0
        );
    }

    public DodoUpsellOptions Options { get; } = new();

    public InboxSignal Signal { get; } = new();

    public IChargeLedger Ledger { get; }

    public ManualTimeProvider Clock { get; }

    public ChargeSettlements Settlements { get; }

    /// <summary>Claims a key and settles it as paid, as the core does.</summary>
    public async Task<ChargeSettlement> SettleAsync(string key, DodoEnvironment environment = DodoEnvironment.Test)
    {
        var claimed = (await Ledger.ClaimAsync(Claim(key, Clock.GetUtcNow(), environment))).Record;
        var settlement = Outcome(claimed, Clock.GetUtcNow());
        Assert.True(await Ledger.TryUpdateAsync(settlement.Charge, settlement));
        return settlement;
    }

    public static ChargeRecord Claim(
        string key,
        DateTimeOffset now,
        DodoEnvironment environment = DodoEnvironment.Test
    ) =>
        new()
        {
            Environment = environment,
            Key = key,
            Fingerprint = "0F",
            Flow = "upsell",
            CustomerId = "cus_1",
            ClaimedAt = now,
        };

    public static ChargeSettlement Outcome(ChargeRecord claimed, DateTimeOffset now) =>
        new()
        {
            Id = $"{claimed.Key}:paid",
            Kind = ChargeSettlementKind.Outcome,
            Charge = claimed with
            {
                Version = claimed.Version + 1,
                State = ChargeState.Succeeded,
                SettledAt = now,
                PaymentId = $"pay_{claimed.Key}",
            },
            OccurredAt = now,
        };

    public static ChargeSettlement Refund(ChargeRecord paid, DateTimeOffset now) =>
        new()
        {
            Id = $"{paid.Key}:refund",
            Kind = ChargeSettlementKind.Refund,
            Charge = paid,
            Amount = new Money(100, Currency.USD),
            SourceId = "ref_1",
            OccurredAt = now,
        };
}
