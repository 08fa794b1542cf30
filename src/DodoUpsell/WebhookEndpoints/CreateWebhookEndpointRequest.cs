namespace DodoUpsell;

/// <summary>Represents a request to create a webhook endpoint (<c>POST /webhooks</c>).</summary>
public sealed record CreateWebhookEndpointRequest : ApiObject
{
    /// <summary>Gets the URL to which deliveries are sent.</summary>
    public required string Url { get; init; }

    /// <summary>Gets your description of the endpoint.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the event types to deliver, or null to deliver all.</summary>
    public IReadOnlyList<WebhookEventType>? FilterTypes { get; init; }

    /// <summary>Gets whether the endpoint is created with deliveries disabled. By default, they are enabled.</summary>
    public bool? Disabled { get; init; }

    /// <summary>Gets the headers to add to each delivery.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>Gets the rate limit of deliveries, in a unit that is not documented.</summary>
    public int? RateLimit { get; init; }

    /// <summary>Gets your own metadata for the endpoint. Values must be strings.</summary>
    public Metadata? Metadata { get; init; }

    /// <summary>
    /// Gets your own idempotency key for creating this endpoint. The effect of repeating a key is not documented.
    /// </summary>
    public string? IdempotencyKey { get; init; }

    internal void Validate()
    {
        Check.NotBlank(Url, nameof(Url));
        Check.Url(Url, nameof(Url));
        foreach (var header in Headers?.Keys ?? [])
            Check.NotBlank(header, nameof(Headers));
        Check.AtLeast(RateLimit, 0, nameof(RateLimit));
        Check.TextMetadata(Metadata, nameof(Metadata));
        Check.NotBlankIfGiven(IdempotencyKey, nameof(IdempotencyKey));
    }
}
