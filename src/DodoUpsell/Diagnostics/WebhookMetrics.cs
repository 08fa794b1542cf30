using System.Diagnostics.Metrics;
using DodoUpsell.Webhooks;

namespace DodoUpsell.Diagnostics;

/// <summary>
/// Measures webhook deliveries: how many are received, the results of handling them, and their delay.
/// </summary>
internal static class WebhookMetrics
{
    private static readonly Counter<long> Receipts = Telemetry.Meter.CreateCounter<long>(
        TelemetryNames.WebhooksReceived,
        "{delivery}",
        "Webhook deliveries received, by result."
    );

    private static readonly Counter<long> Results = Telemetry.Meter.CreateCounter<long>(
        TelemetryNames.WebhooksHandled,
        "{attempt}",
        "Attempts to handle a delivery, by event type and result."
    );

    private static readonly Histogram<double> Lag = Telemetry.Meter.CreateHistogram<double>(
        TelemetryNames.WebhookLag,
        "s",
        "The time from an event until its delivery was handled."
    );

    public static void Received(WebhookReceiptStatus status) =>
        Receipts.Add(1, new KeyValuePair<string, object?>(TelemetryNames.Result, Name(status)));

    public static void Handled(InboxDelivery delivery, InboxResult result, DateTimeOffset now)
    {
        var type = new KeyValuePair<string, object?>(TelemetryNames.EventType, TypeOf(delivery));
        Results.Add(1, type, new KeyValuePair<string, object?>(TelemetryNames.Result, Name(result)));
        if (result == InboxResult.Completed)
            Lag.Record(Math.Max(0, (now - delivery.OccurredAt).TotalSeconds), type);
    }

    // An unknown type could contain any text.
    public static string TypeOf(InboxDelivery delivery) =>
        WebhookEventType.TryParse(delivery.Type, null, out var type) && type.IsKnown ? type.Value : "other";

    private static string Name(WebhookReceiptStatus status) =>
        status switch
        {
            WebhookReceiptStatus.Recorded => "recorded",
            WebhookReceiptStatus.Duplicate => "duplicate",
            _ => "refused",
        };

    private static string Name(InboxResult result) =>
        result switch
        {
            InboxResult.Completed => "completed",
            InboxResult.Retrying => "retrying",
            InboxResult.Parked => "parked",
            InboxResult.Released => "released",
            _ => "lost",
        };
}
