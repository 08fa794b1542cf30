using System.Diagnostics;
using System.Globalization;
using DodoUpsell.Http;

namespace DodoUpsell.Diagnostics;

/// <summary>The span of one logical call. The spans of its attempts are those of <see cref="HttpClient"/>.</summary>
internal readonly struct CallSpan : IDisposable
{
    private readonly Activity? _span;

    private CallSpan(Activity? span) => _span = span;

    public static CallSpan Start(Operation operation)
    {
        var span = Telemetry.Source.StartActivity(TelemetryNames.CallSpan, ActivityKind.Client);
        if (span is { IsAllDataRequested: true })
        {
            span.DisplayName = operation.SpanName;
            span.SetTag(TelemetryNames.Operation, operation.Name);
            span.SetTag(TelemetryNames.Method, operation.Method.Method);
            span.SetTag(TelemetryNames.Route, operation.Route);
            span.SetTag(TelemetryNames.Safety, operation.Safety.ToString());
        }

        return new CallSpan(span);
    }

    public void Answered(ApiResponse response, int attempts)
    {
        if (_span is not { IsAllDataRequested: true })
            return;
        _span.SetTag(TelemetryNames.StatusCode, (int)response.Status);
        _span.SetTag(TelemetryNames.Attempts, attempts);
    }

    public void Failed(Exception exception)
    {
        if (_span is not null)
            Telemetry.Failed(_span, exception is DodoApiException api ? Code(api) : exception.GetType().Name);
    }

    public void Dispose() => _span?.Dispose();

    private static string Code(DodoApiException api) =>
        api.Code.IsKnown ? api.Code.Value : ((int)api.StatusCode).ToString(CultureInfo.InvariantCulture);
}
