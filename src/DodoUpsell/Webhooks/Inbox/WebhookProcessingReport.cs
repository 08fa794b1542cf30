namespace DodoUpsell.Webhooks;

/// <summary>The number of attempts by result.</summary>
/// <param name="Completed">The number of deliveries that were handled.</param>
/// <param name="Retrying">The number of failed attempts that will be retried.</param>
/// <param name="Parked">The number of deliveries whose last attempt failed.</param>
/// <param name="Released">The number of attempts without a result, because the app was stopping or another worker had
/// taken the delivery.</param>
public sealed record WebhookProcessingReport(int Completed, int Retrying, int Parked, int Released)
{
    /// <summary>Gets the total number of attempts.</summary>
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
