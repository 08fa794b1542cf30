using System.Diagnostics;
using System.Diagnostics.Metrics;
using DodoUpsell.Webhooks;

namespace DodoUpsell.Diagnostics;

/// <summary>
/// Measures how settlements are told: how attempts ended, and how late the app hears of a settlement.
/// </summary>
internal static class SettlementMetrics
{
    private static readonly Meter Meter = new(
        "DodoUpsell",
        typeof(SettlementMetrics).Assembly.GetName().Version?.ToString(3)
    );

    private static readonly Counter<long> Attempts = Meter.CreateCounter<long>(
        "dodoupsell.settlements",
        "{attempt}",
        "Attempts to tell a settlement, by kind and by how they ended."
    );

    private static readonly Histogram<double> Lag = Meter.CreateHistogram<double>(
        "dodoupsell.settlement_lag",
        "s",
        "The time from noticing a settlement until every handler had succeeded."
    );

    public static void Handled(SettlementDelivery delivery, InboxResult result, DateTimeOffset now)
    {
        var kind = delivery.Settlement.Kind.ToString();
        Attempts.Add(1, new TagList { { "dodo.kind", kind }, { "dodo.result", result.ToString() } });
        if (result == InboxResult.Completed)
            Lag.Record(
                Math.Max(0, (now - delivery.Settlement.OccurredAt).TotalSeconds),
                new TagList { { "dodo.kind", kind } }
            );
    }
}
