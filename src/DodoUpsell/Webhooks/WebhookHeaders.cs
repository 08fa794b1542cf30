namespace DodoUpsell.Webhooks;

/// <summary>
/// The three headers that prove where a webhook delivery comes from, as they came; null when one is missing.
/// </summary>
/// <param name="Id">The delivery's id. The same whenever it is delivered again, so it tells repeats.</param>
/// <param name="Timestamp">When this attempt was sent, in Unix seconds.</param>
/// <param name="Signature">Its signatures, with spaces between them. Never part of the text form.</param>
public readonly record struct WebhookHeaders(string? Id, string? Timestamp, string? Signature)
{
    /// <summary>The name of the header with the delivery's id.</summary>
    public const string IdName = "webhook-id";

    /// <summary>The name of the header with the time of sending.</summary>
    public const string TimestampName = "webhook-timestamp";

    /// <summary>The name of the header with the signatures.</summary>
    public const string SignatureName = "webhook-signature";

    /// <summary>Takes the headers from any HTTP stack.</summary>
    /// <param name="read">Gives a header's value by its name, or null.</param>
    public static WebhookHeaders FromHeaders(Func<string, string?> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return new(read(IdName), read(TimestampName), read(SignatureName));
    }

    /// <summary>The id and the timestamp.</summary>
    public override string ToString() => $"WebhookHeaders {{ Id = {Id}, Timestamp = {Timestamp} }}";
}
