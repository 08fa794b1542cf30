namespace DodoUpsell.Webhooks;

/// <summary>
/// A webhook delivery was refused: it does not prove that it comes from Dodo Payments, or cannot be read.
/// </summary>
/// <remarks>Its text says what to do and holds nothing of the delivery or the secrets.</remarks>
public sealed class WebhookVerificationException : DodoException
{
    internal WebhookVerificationException(WebhookRefusalReason reason)
        : base("webhook delivery", $"The webhook delivery was refused ({reason}): {RefusalAdvice.Of(reason)}") =>
        Reason = reason;

    /// <summary>Gets why.</summary>
    public WebhookRefusalReason Reason { get; }
}
