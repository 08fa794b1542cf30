namespace DodoUpsell.Webhooks;

/// <summary>Until when what was handled is kept.</summary>
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

    // A retention of thousands of years means for ever.
    private static DateTimeOffset Before(DateTimeOffset now, TimeSpan retention) =>
        retention < now - DateTimeOffset.MinValue ? now - retention : DateTimeOffset.MinValue;
}
