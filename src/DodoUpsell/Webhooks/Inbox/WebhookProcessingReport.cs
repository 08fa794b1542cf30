namespace DodoUpsell.Webhooks;

/// <summary>How many attempts ended in which way.</summary>
/// <param name="Completed">Handled.</param>
/// <param name="Retrying">Failed; they are tried again later.</param>
/// <param name="Parked">Failed for the last time.</param>
/// <param name="Released">Given back uncounted: the app was stopping, or another worker had taken them.</param>
public sealed record WebhookProcessingReport(int Completed, int Retrying, int Parked, int Released)
{
    /// <summary>Gets all attempts.</summary>
    public int Total => Completed + Retrying + Parked + Released;

    internal WebhookProcessingReport Plus(InboxResult result) =>
        result switch
        {
            InboxResult.Completed => this with { Completed = Completed + 1 },
            InboxResult.Retrying => this with { Retrying = Retrying + 1 },
            InboxResult.Parked => this with { Parked = Parked + 1 },
            _ => this with { Released = Released + 1 },
        };
}
