namespace DodoUpsell.Webhooks;

/// <summary>Calculates the times before which handled items are deleted.</summary>
internal static class Retention
{
    public static (DateTimeOffset CompletedBefore, DateTimeOffset ParkedBefore) Limits(
        WebhookInboxOptions options,
        TimeProvider time
    )
    {
        var now = time.GetUtcNow();
        return (Before(now, options.CompletedRetention), Before(now, options.ParkedRetention));
    }

    // A retention that reaches back beyond the minimum date means that nothing is deleted.
    private static DateTimeOffset Before(DateTimeOffset now, TimeSpan retention) =>
        retention < now - DateTimeOffset.MinValue ? now - retention : DateTimeOffset.MinValue;
}
