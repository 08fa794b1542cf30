using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace DodoUpsell.Diagnostics;

/// <summary>Counts offers by rule and state, and the decisions by result.</summary>
internal static class OfferMetrics
{
    private static readonly Counter<long> Offers = Telemetry.Meter.CreateCounter<long>(
        TelemetryNames.Offers,
        "{offer}",
        "Offers that reached a state, by rule and state: Open is an offer that was shown."
    );

    private static readonly Counter<long> Decisions = Telemetry.Meter.CreateCounter<long>(
        TelemetryNames.OfferDecisions,
        "{decision}",
        "Answers to what a subject is offered, by result."
    );

    private static readonly Histogram<double> Duration = Telemetry.Meter.CreateHistogram<double>(
        TelemetryNames.OfferDecisionDuration,
        "s",
        "The time that a decision took."
    );

    public static void Changed(OfferRecord record) =>
        Offers.Add(
            1,
            new TagList
            {
                { TelemetryNames.OfferRule, record.RuleId },
                { TelemetryNames.OfferState, record.State.ToString() },
            }
        );

    /// <summary>Counts a decision and returns its result as a tag.</summary>
    public static string Decided(OfferDecision decision, TimeSpan elapsed)
    {
        var result = decision.Offer is null ? decision.NoOffer?.ToString() ?? "NoRuleApplies" : "Offer";
        Decisions.Add(1, new TagList { { TelemetryNames.Result, result } });
        Duration.Record(elapsed.TotalSeconds, new TagList { { TelemetryNames.Result, result } });
        return result;
    }
}
