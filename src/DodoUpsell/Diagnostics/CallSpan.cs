using System.Diagnostics;
using System.Globalization;
using DodoUpsell.Http;

namespace DodoUpsell.Diagnostics;

/// <summary>The span of one logical call. The spans of its attempts are those of <see cref="HttpClient"/>.</summary>
internal readonly struct CallSpan : IDisposable
{
    // The values of nearly all calls, boxed once.
    private static readonly object Ok = 200;
    private static readonly object First = 1;

    private readonly Activity? _span;

    private CallSpan(Activity? span) => _span = span;

    public static CallSpan Start(Operation operation)
    {
        if (!Telemetry.Source.HasListeners())
            return default;
        var span = Telemetry.Source.StartActivity(
            TelemetryNames.CallSpan,
            ActivityKind.Client,
            parentContext: default,
            operation.SpanTags
        );
        span?.DisplayName = operation.SpanName;
        return new CallSpan(span);
    }

    public void Answered(ApiResponse response, int attempts)
    {
        if (_span is not { IsAllDataRequested: true })
            return;
        _span.SetTag(TelemetryNames.StatusCode, (int)response.Status is var status and not 200 ? status : Ok);
        _span.SetTag(TelemetryNames.Attempts, attempts == 1 ? First : attempts);
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
