using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace DodoUpsell.Diagnostics;

/// <summary>What a seller counts: charges by outcome, and the money they brought by currency.</summary>
internal static class ChargeMetrics
{
    private static readonly Meter Meter = new(
        "DodoUpsell",
        typeof(ChargeMetrics).Assembly.GetName().Version?.ToString(3)
    );

    private static readonly Counter<long> Charges = Meter.CreateCounter<long>(
        "dodoupsell.charges",
        "{charge}",
        "Charges that came to an end, by flow and outcome."
    );

    private static readonly Counter<long> Money = Meter.CreateCounter<long>(
        "dodoupsell.charged_amount",
        "{minor_unit}",
        "Money charged, in minor units of its currency."
    );

    private static readonly Counter<long> Reconciliations = Meter.CreateCounter<long>(
        "dodoupsell.reconciliations",
        "{charge}",
        "Charges that the reconciler looked at, by what they turned out to be."
    );

    public static void Settled(ChargeRecord record)
    {
        Charges.Add(1, new TagList { { "dodo.flow", record.Flow }, { "dodo.outcome", record.State.ToString() } });
        if (record.Charged is { } charged)
            Money.Add(
                charged.MinorUnits,
                new TagList { { "dodo.flow", record.Flow }, { "dodo.currency", charged.Currency.Value } }
            );
    }

    public static void Reconciled(ChargeRecord record) =>
        Reconciliations.Add(
            1,
            new TagList { { "dodo.flow", record.Flow }, { "dodo.outcome", record.State.ToString() } }
        );
}
