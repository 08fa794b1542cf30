using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace DodoUpsell.Diagnostics;

/// <summary>Counts charges by outcome and the money charged by currency.</summary>
internal static class ChargeMetrics
{
    private static readonly Counter<long> Charges = Telemetry.Meter.CreateCounter<long>(
        TelemetryNames.Charges,
        "{charge}",
        "Charges that reached a final state, by flow and outcome."
    );

    private static readonly Counter<long> Money = Telemetry.Meter.CreateCounter<long>(
        TelemetryNames.ChargedAmount,
        "{minor_unit}",
        "Money charged, in minor units of its currency."
    );

    private static readonly Counter<long> Reconciliations = Telemetry.Meter.CreateCounter<long>(
        TelemetryNames.Reconciliations,
        "{charge}",
        "Charges that the reconciler checked, by flow and outcome."
    );

    public static void Settled(ChargeRecord record)
    {
        Charges.Add(
            1,
            new TagList { { TelemetryNames.Flow, record.Flow }, { TelemetryNames.Outcome, record.State.ToString() } }
        );
        if (record.Charged is { } charged)
            Money.Add(
                charged.MinorUnits,
                new TagList
                {
                    { TelemetryNames.Flow, record.Flow },
                    { TelemetryNames.Currency, charged.Currency.Value },
                }
            );
    }

    public static void Reconciled(ChargeRecord record) =>
        Reconciliations.Add(
            1,
            new TagList { { TelemetryNames.Flow, record.Flow }, { TelemetryNames.Outcome, record.State.ToString() } }
        );
}
