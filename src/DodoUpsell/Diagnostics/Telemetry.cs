using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace DodoUpsell.Diagnostics;

/// <summary>The activity source and the meter of the SDK.</summary>
internal static class Telemetry
{
    private static readonly string? Version = typeof(Telemetry).Assembly.GetName().Version?.ToString(3);

    public static readonly ActivitySource Source = new(TelemetryNames.Source, Version);

    public static readonly Meter Meter = new(TelemetryNames.Source, Version);

    /// <summary>Gets the current trace as a W3C <c>traceparent</c>, or null outside of a trace.</summary>
    public static string? TraceParent => Activity.Current is { IdFormat: ActivityIdFormat.W3C, Id: var id } ? id : null;

    public static void Failed(Activity? span, string error)
    {
        span?.SetTag(TelemetryNames.Error, error);
        span?.SetStatus(ActivityStatusCode.Error);
    }
}
