namespace DodoUpsell.Webhooks;

/// <summary>
/// Specifies why a webhook delivery was refused. Respond with 400 for any reason: the reason is meant for your log, not
/// for the sender.
/// </summary>
public enum WebhookRefusalReason
{
    /// <summary>The delivery was not refused.</summary>
    None = 0,

    /// <summary>
    /// The header <c>webhook-id</c> is missing. Pass the request's own headers. A proxy may have dropped them, or the
    /// sender is not Dodo Payments.
    /// </summary>
    MissingId = 1,

    /// <summary>The header <c>webhook-timestamp</c> is missing. See <see cref="MissingId"/>.</summary>
    MissingTimestamp = 2,

    /// <summary>
    /// The header <c>webhook-signature</c> is missing. Payloads sent by <c>dodo wh trigger</c> of the CLI are not
    /// signed; all others are. See <see cref="MissingId"/>.
    /// </summary>
    MissingSignature = 3,

    /// <summary>
    /// The id is longer than 256 characters or contains a full stop, a space or a character outside ASCII, which ids
    /// never contain.
    /// </summary>
    MalformedId = 4,

    /// <summary>The timestamp is not a whole number of Unix seconds in plain digits.</summary>
    MalformedTimestamp = 5,

    /// <summary>
    /// The delivery was sent more than five minutes ago. It is a replay, it was queued for too long before it reached
    /// your app, or this machine's clock is ahead. Check the clock.
    /// </summary>
    TooOld = 6,

    /// <summary>
    /// The time of sending is more than five minutes in the future. This machine's clock is behind. Check the clock.
    /// </summary>
    TooNew = 7,

    /// <summary>
    /// The signature header has no entry <c>v1</c> with base64 of 32 bytes. This also happens if several headers are
    /// joined with commas; join them with spaces.
    /// </summary>
    NoUsableSignature = 8,

    /// <summary>
    /// The signature header is longer than 4,096 characters. Actual headers have about 50 characters for each secret.
    /// </summary>
    SignatureTooLong = 9,

    /// <summary>
    /// No signature matches. The secret belongs to another endpoint, or the body was changed in transit. Verify the raw
    /// bytes before they are parsed.
    /// </summary>
    SignatureMismatch = 10,

    /// <summary>
    /// The body is empty. Other code may have read the request's body first; read it once into memory.
    /// </summary>
    EmptyBody = 11,

    /// <summary>
    /// The body is larger than <see cref="DodoWebhookVerifier.MaxBodyBytes"/>. Increase the limit if actual deliveries
    /// exceed it.
    /// </summary>
    BodyTooLarge = 12,

    /// <summary>
    /// The body is not a JSON object in UTF-8, or is nested deeper than 64 levels. Dodo Payments never sends such a
    /// body.
    /// </summary>
    MalformedBody = 13,

    /// <summary>
    /// No webhook secret is set, so no delivery can be verified. Set <see cref="DodoUpsellOptions.WebhookSecrets"/> or
    /// <c>DODO_PAYMENTS_WEBHOOK_KEY</c>.
    /// </summary>
    NoSecret = 14,
}
