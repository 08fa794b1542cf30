namespace DodoUpsell.Webhooks;

/// <summary>Represents the result of receiving a delivery.</summary>
public sealed record WebhookReceipt
{
    /// <summary>Gets the status of the received delivery.</summary>
    public required WebhookReceiptStatus Status { get; init; }

    /// <summary>
    /// Gets the reason why the delivery was refused, or <see cref="WebhookRefusalReason.None"/> if it was not.
    /// </summary>
    public WebhookRefusalReason Reason { get; init; }

    /// <summary>
    /// Gets a message for your log that says what is wrong and how to fix it, or null if the delivery was not refused.
    /// It contains nothing of the delivery.
    /// </summary>
    public string? Message { get; init; }

    /// <summary>
    /// Gets the HTTP status to respond with: 200 if the delivery is recorded, now or before; 413 if the body is too
    /// large; 401 if the sender is not authenticated; 400 if the delivery cannot be read for another reason; 503 if no
    /// secret is set, so that Dodo Payments sends it again.
    /// </summary>
    public int HttpStatusCode =>
        (Status, Reason) switch
        {
            (not WebhookReceiptStatus.Refused, _) => 200,
            (_, WebhookRefusalReason.BodyTooLarge) => 413,
            (_, WebhookRefusalReason.NoSecret) => 503,
            (
                _,
                WebhookRefusalReason.EmptyBody
                    or WebhookRefusalReason.MalformedBody
                    or WebhookRefusalReason.MalformedId
                    or WebhookRefusalReason.MalformedTimestamp
            ) => 400,
            _ => 401,
        };

    internal static WebhookReceipt Refused(WebhookRefusalReason reason, string? message = null) =>
        new()
        {
            Status = WebhookReceiptStatus.Refused,
            Reason = reason,
            Message = message ?? RefusalAdvice.Of(reason),
        };
}

/// <summary>Specifies the result of receiving a delivery.</summary>
public enum WebhookReceiptStatus
{
    /// <summary>The delivery was refused and not recorded.</summary>
    Refused = 0,

    /// <summary>The delivery was recorded and will be handled.</summary>
    Recorded = 1,

    /// <summary>The delivery was already recorded.</summary>
    Duplicate = 2,
}
