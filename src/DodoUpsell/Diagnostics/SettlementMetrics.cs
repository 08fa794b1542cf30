using System.Diagnostics;
using System.Diagnostics.Metrics;
using DodoUpsell.Webhooks;

namespace DodoUpsell.Diagnostics;

/// <summary>
/// Measures the results of handling settlements, and the delay until a settlement is handled.
/// </summary>
internal static class SettlementMetrics
{
    private static readonly Counter<long> Attempts = Telemetry.Meter.CreateCounter<long>(
        TelemetryNames.SettlementsHandled,
        "{attempt}",
        "Attempts to handle a settlement, by kind and result."
    );

    private static readonly Histogram<double> Lag = Telemetry.Meter.CreateHistogram<double>(
        TelemetryNames.SettlementLag,
        "s",
        "The time from noticing a settlement until every handler had succeeded."
    );

    public static void Handled(SettlementDelivery delivery, InboxResult result, DateTimeOffset now)
    {
        var kind = delivery.Settlement.Kind.ToString();
        Attempts.Add(
            1,
            new TagList { { TelemetryNames.SettlementKind, kind }, { TelemetryNames.Result, result.ToString() } }
        );
        if (result == InboxResult.Completed)
            Lag.Record(
                Math.Max(0, (now - delivery.Settlement.OccurredAt).TotalSeconds),
                new TagList { { TelemetryNames.SettlementKind, kind } }
            );
    }
}
