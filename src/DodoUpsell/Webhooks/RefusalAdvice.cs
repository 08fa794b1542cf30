namespace DodoUpsell.Webhooks;

/// <summary>What is wrong and what to do about it, for each refusal.</summary>
internal static class RefusalAdvice
{
    public static string Of(WebhookRefusalReason reason) =>
        reason switch
        {
            WebhookRefusalReason.MissingId => Missing(WebhookHeaders.IdName),
            WebhookRefusalReason.MissingTimestamp => Missing(WebhookHeaders.TimestampName),
            WebhookRefusalReason.MissingSignature => Missing(WebhookHeaders.SignatureName)
                + " Payloads of `dodo wh trigger` are not signed at all.",
            WebhookRefusalReason.MalformedId =>
                "webhook-id is longer than 256 characters or has a full stop, a space or a character outside "
                    + "ASCII. Dodo Payments sends no such id.",
            WebhookRefusalReason.MalformedTimestamp =>
                "webhook-timestamp is not a whole number of Unix seconds in plain digits. Pass the header as it came.",
            WebhookRefusalReason.TooOld =>
                "it was sent more than five minutes ago. It is a replay, or waited in a queue, or this machine's "
                    + "clock is ahead: check the clock.",
            WebhookRefusalReason.TooNew =>
                "it was sent more than five minutes in the future. This machine's clock is behind: check it.",
            WebhookRefusalReason.NoUsableSignature =>
                "webhook-signature has no entry `v1,` with base64 of 32 bytes. If there are several such "
                    + "headers, join them with spaces, not with commas.",
            WebhookRefusalReason.SignatureTooLong =>
                "webhook-signature is longer than 4,096 characters. Dodo Payments sends about 50 for each secret.",
            WebhookRefusalReason.SignatureMismatch =>
                "no signature is right. Use the secret of this very endpoint (test and live mode have their "
                    + "own), and verify the raw bytes of the body, before anything parses them.",
            WebhookRefusalReason.EmptyBody =>
                "the body is empty. If something else has read the request's body before, read it once and pass "
                    + "the bytes on.",
            WebhookRefusalReason.BodyTooLarge =>
                "the body is larger than the limit. If real deliveries are, raise MaxBodyBytes.",
            WebhookRefusalReason.MalformedBody =>
                "the body is not a JSON object in UTF-8 of at most 64 levels. Dodo Payments sends no such body.",
            WebhookRefusalReason.NoSecret =>
                "no webhook secret is set, so nothing can be verified. Set WebhookSecrets of the options, or "
                    + "DODO_PAYMENTS_WEBHOOK_KEY.",
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Not a refusal."),
        };

    private static string Missing(string header) =>
        $"there is no {header} header. Pass the request's headers as they came; if a proxy drops them, let it "
        + $"pass webhook-* through.";
}
