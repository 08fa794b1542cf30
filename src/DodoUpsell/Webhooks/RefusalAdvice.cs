namespace DodoUpsell.Webhooks;

/// <summary>The message for each refusal reason: what is wrong and how to fix it.</summary>
internal static class RefusalAdvice
{
    public static string Of(WebhookRefusalReason reason) =>
        reason switch
        {
            WebhookRefusalReason.MissingId => Missing(WebhookHeaders.IdName),
            WebhookRefusalReason.MissingTimestamp => Missing(WebhookHeaders.TimestampName),
            WebhookRefusalReason.MissingSignature => Missing(WebhookHeaders.SignatureName)
                + " Payloads sent by `dodo wh trigger` are not signed.",
            WebhookRefusalReason.MalformedId =>
                "webhook-id is longer than 256 characters or has a full stop, a space or a character outside "
                    + "ASCII. Dodo Payments never sends such an id.",
            WebhookRefusalReason.MalformedTimestamp =>
                "webhook-timestamp is not a whole number of Unix seconds in plain digits. Pass the header as received.",
            WebhookRefusalReason.TooOld =>
                "it was sent more than five minutes ago. It is a replay, it was queued for too long, or this machine's "
                    + "clock is ahead. Check the clock.",
            WebhookRefusalReason.TooNew =>
                "its time of sending is more than five minutes in the future. This machine's clock is behind. "
                    + "Check the clock.",
            WebhookRefusalReason.NoUsableSignature =>
                "webhook-signature has no entry `v1,` with base64 of 32 bytes. If the request has several of these "
                    + "headers, join them with spaces, not with commas.",
            WebhookRefusalReason.SignatureTooLong =>
                "webhook-signature is longer than 4,096 characters. Dodo Payments sends about 50 characters for each "
                    + "secret.",
            WebhookRefusalReason.SignatureMismatch =>
                "no signature matches. Use the secret of this endpoint (test and live mode have different secrets), "
                    + "and verify the raw bytes of the body before they are parsed.",
            WebhookRefusalReason.EmptyBody =>
                "the body is empty. If other code reads the request's body first, read it once into memory and pass "
                    + "the bytes to both.",
            WebhookRefusalReason.BodyTooLarge =>
                "the body is larger than the limit. If actual deliveries exceed it, increase MaxBodyBytes.",
            WebhookRefusalReason.MalformedBody =>
                "the body is not a JSON object in UTF-8 of at most 64 levels. Dodo Payments never sends such a body.",
            WebhookRefusalReason.NoSecret =>
                "no webhook secret is set, so no delivery can be verified. Set WebhookSecrets in the options, or "
                    + "DODO_PAYMENTS_WEBHOOK_KEY.",
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "The value is not a refusal."),
        };

    private static string Missing(string header) =>
        $"the {header} header is missing. Pass the request's headers unchanged. If a proxy drops them, configure "
        + $"it to forward webhook-*.";
}
