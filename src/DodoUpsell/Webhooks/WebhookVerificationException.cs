namespace DodoUpsell.Webhooks;

/// <summary>
/// The exception that is thrown when a webhook delivery is refused: it is not proven to come from Dodo Payments, or it
/// cannot be parsed.
/// </summary>
/// <remarks>The message says what to do. It contains nothing of the delivery and no secrets.</remarks>
public sealed class WebhookVerificationException : DodoException
{
    internal WebhookVerificationException(WebhookRefusalReason reason)
        : base("webhook delivery", $"The webhook delivery was refused ({reason}): {RefusalAdvice.Of(reason)}") =>
        Reason = reason;

    /// <summary>Gets the reason why the delivery was refused.</summary>
    public WebhookRefusalReason Reason { get; }
}
