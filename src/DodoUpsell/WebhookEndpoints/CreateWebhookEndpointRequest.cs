namespace DodoUpsell;

/// <summary>A new address for events (<c>POST /webhooks</c>).</summary>
public sealed record CreateWebhookEndpointRequest : ApiObject
{
    /// <summary>Gets where deliveries go.</summary>
    public required string Url { get; init; }

    /// <summary>Your description.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the only events to deliver; all when left out.</summary>
    public IReadOnlyList<WebhookEventType>? FilterTypes { get; init; }

    /// <summary>Gets whether to begin with deliveries switched off; they are on by default.</summary>
    public bool? Disabled { get; init; }

    /// <summary>Headers to add to each delivery.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>Gets how fast it takes deliveries at most, in a unit that is not documented.</summary>
    public int? RateLimit { get; init; }

    /// <summary>Your own data on the endpoint; texts only.</summary>
    public Metadata? Metadata { get; init; }

    /// <summary>Gets a text of your own for this one endpoint. What a repeat does is not documented.</summary>
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
