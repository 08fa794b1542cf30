using System.Diagnostics;
using DodoUpsell.Charging;

namespace DodoUpsell.Diagnostics;

/// <summary>The span of one charge or plan change by a flow, from its claim to its outcome.</summary>
internal static class ChargeSpan
{
    public static Activity? Start(ChargeIntent intent)
    {
        var span = Telemetry.Source.StartActivity(
            intent.Flow == FlowNames.PlanChange ? TelemetryNames.PlanChangeSpan : TelemetryNames.ChargeSpan
        );
        span?.SetTag(TelemetryNames.Flow, intent.Flow);
        span?.SetTag(TelemetryNames.ChargeKey, intent.Key.Value);
        return span;
    }

    public static void Ended(Activity? span, ChargeRun run)
    {
        if (span is null)
            return;
        span.SetTag(TelemetryNames.PaymentId, run.Record?.PaymentId);
        span.SetTag(TelemetryNames.Outcome, Outcome(run));
    }

    private static string Outcome(ChargeRun run) =>
        run switch
        {
            { Record: { } record } => record.State.ToString(),
            { Refusal: not null } => nameof(ChargeState.Refused),
            _ => "Expired",
        };
}
