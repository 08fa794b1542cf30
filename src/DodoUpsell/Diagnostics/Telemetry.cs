using System.Diagnostics;
using System.Globalization;
using DodoUpsell.Http;

namespace DodoUpsell.Diagnostics;

/// <summary>One span for each logical call; the attempts beneath it are HttpClient's own.</summary>
internal readonly struct Telemetry : IDisposable
{
    private static readonly ActivitySource Source = new(
        "DodoUpsell",
        typeof(Telemetry).Assembly.GetName().Version?.ToString(3)
    );

    private readonly Activity? _span;

    private Telemetry(Activity? span) => _span = span;

    public static Telemetry Start(Operation operation)
    {
        var span = Source.StartActivity(operation.Name, ActivityKind.Client);
        if (span is { IsAllDataRequested: true })
        {
            span.SetTag("http.request.method", operation.Method.Method);
            span.SetTag("url.template", operation.Route);
            span.SetTag("dodo.safety", operation.Safety.ToString());
        }

        return new Telemetry(span);
    }

    public void Answered(ApiResponse response, int attempts)
    {
        if (_span is not { IsAllDataRequested: true })
            return;
        _span.SetTag("http.response.status_code", (int)response.Status);
        if (attempts > 1)
            _span.SetTag("http.request.resend_count", attempts - 1);
    }

    public void Failed(Exception exception)
    {
        if (_span is null)
            return;
        _span.SetTag("error.type", exception is DodoApiException api ? Code(api) : exception.GetType().Name);
        _span.SetStatus(ActivityStatusCode.Error);
    }

    public void Dispose() => _span?.Dispose();

    private static string Code(DodoApiException api) =>
        api.Code.IsKnown ? api.Code.Value : ((int)api.StatusCode).ToString(CultureInfo.InvariantCulture);
}
