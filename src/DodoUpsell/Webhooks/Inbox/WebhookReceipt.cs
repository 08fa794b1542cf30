namespace DodoUpsell.Webhooks;

/// <summary>What became of a delivery that an endpoint passed on.</summary>
public sealed record WebhookReceipt
{
    /// <summary>Gets what became of it.</summary>
    public required WebhookReceiptStatus Status { get; init; }

    /// <summary>Gets why it was refused; <see cref="WebhookRefusalReason.None"/> when it was not.</summary>
    public WebhookRefusalReason Reason { get; init; }

    /// <summary>
    /// Gets what is wrong and what to do about it, for your log; null when it was not refused. It has nothing of the
    /// delivery.
    /// </summary>
    public string? Message { get; init; }

    /// <summary>
    /// Gets the status to answer with: 200 when it is recorded, now or before; 413 for a body that is too large; 401
    /// for a delivery that does not prove its sender; 400 for any other that cannot be read; 503 when no secret is set,
    /// so that Dodo Payments sends it again.
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

/// <summary>What became of a delivery that an endpoint passed on.</summary>
public enum WebhookReceiptStatus
{
    /// <summary>It was not recorded.</summary>
    Refused = 0,

    /// <summary>It is recorded and will be handled.</summary>
    Recorded = 1,

    /// <summary>It had been recorded before.</summary>
    Duplicate = 2,
}
