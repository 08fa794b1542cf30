namespace DodoUpsell.Webhooks;

/// <summary>The three headers that authenticate a webhook delivery, unchanged. A missing header is null.</summary>
/// <param name="Id">The delivery's id. It is the same in every delivery attempt, so it identifies repeats.</param>
/// <param name="Timestamp">The time at which this attempt was sent, in Unix seconds.</param>
/// <param name="Signature">The delivery's signatures, separated by spaces. Not included in
/// <see cref="ToString"/>.</param>
public readonly record struct WebhookHeaders(string? Id, string? Timestamp, string? Signature)
{
    /// <summary>The name of the header that contains the delivery's id.</summary>
    public const string IdName = "webhook-id";

    /// <summary>The name of the header that contains the time of sending.</summary>
    public const string TimestampName = "webhook-timestamp";

    /// <summary>The name of the header that contains the signatures.</summary>
    public const string SignatureName = "webhook-signature";

    /// <summary>Creates the headers from the request of any HTTP stack.</summary>
    /// <param name="read">A function that returns the value of the header with the given name, or null if it is
    /// missing.</param>
    public static WebhookHeaders FromHeaders(Func<string, string?> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return new(read(IdName), read(TimestampName), read(SignatureName));
    }

    /// <summary>Returns the id and the timestamp, without the signature.</summary>
    public override string ToString() => $"WebhookHeaders {{ Id = {Id}, Timestamp = {Timestamp} }}";
}
