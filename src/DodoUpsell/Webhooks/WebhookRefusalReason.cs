namespace DodoUpsell.Webhooks;

/// <summary>
/// Why a webhook delivery was refused. Answer 400 whatever it is: the reason is for your log, not for the sender.
/// </summary>
public enum WebhookRefusalReason
{
    /// <summary>Not refused.</summary>
    None = 0,

    /// <summary>
    /// There is no <c>webhook-id</c>. Pass the request's own headers; a proxy may have dropped them, or the sender is
    /// not Dodo Payments.
    /// </summary>
    MissingId = 1,

    /// <summary>There is no <c>webhook-timestamp</c>. See <see cref="MissingId"/>.</summary>
    MissingTimestamp = 2,

    /// <summary>
    /// There is no <c>webhook-signature</c>. Payloads of the CLI's <c>dodo wh trigger</c> are not signed; others are.
    /// See <see cref="MissingId"/>.
    /// </summary>
    MissingSignature = 3,

    /// <summary>
    /// The id is longer than 256 characters, or has one that ids never have: a full stop, a space or anything outside
    /// ASCII.
    /// </summary>
    MalformedId = 4,

    /// <summary>The timestamp is not a whole number of Unix seconds in plain digits.</summary>
    MalformedTimestamp = 5,

    /// <summary>
    /// Sent more than five minutes ago: a replay, a long queue before your app, or a clock that is ahead. Check this
    /// machine's clock.
    /// </summary>
    TooOld = 6,

    /// <summary>
    /// Sent more than five minutes in the future: a clock that is behind. Check this machine's clock.
    /// </summary>
    TooNew = 7,

    /// <summary>
    /// No entry of the signature header is <c>v1</c> with base64 of 32 bytes. Several headers joined with commas look
    /// like this: join them with spaces.
    /// </summary>
    NoUsableSignature = 8,

    /// <summary>
    /// The signature header is longer than 4,096 characters. Real ones have about 50 for each secret.
    /// </summary>
    SignatureTooLong = 9,

    /// <summary>
    /// No signature is right: another endpoint's secret, or a body that was changed on its way. Verify the raw bytes,
    /// before anything parses them.
    /// </summary>
    SignatureMismatch = 10,

    /// <summary>The body is empty. Something may have read the request before you: read it once, into memory.</summary>
    EmptyBody = 11,

    /// <summary>
    /// The body is larger than <see cref="DodoWebhookVerifier.MaxBodyBytes"/>. Raise it if real deliveries are.
    /// </summary>
    BodyTooLarge = 12,

    /// <summary>
    /// The body is not a JSON object in UTF-8, or is nested deeper than 64 levels. Dodo Payments sends no such thing.
    /// </summary>
    MalformedBody = 13,

    /// <summary>
    /// No secret is set, so nothing can be verified. Set <see cref="DodoUpsellOptions.WebhookSecrets"/> or
    /// <c>DODO_PAYMENTS_WEBHOOK_KEY</c>.
    /// </summary>
    NoSecret = 14,
}
