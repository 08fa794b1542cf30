namespace DodoUpsell;

/// <summary>Represents a webhook endpoint to which events are delivered (<c>GET /webhooks/{webhook_id}</c>).</summary>
public sealed record WebhookEndpoint : ApiObject
{
    /// <summary>Gets the id of the endpoint.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the URL to which deliveries are sent.</summary>
    public string Url
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets your description of the endpoint.</summary>
    public string Description
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets whether deliveries are disabled. Null means false.</summary>
    public bool? Disabled { get; init; }

    /// <summary>Gets the event types that are delivered, or null if all are delivered.</summary>
    public IReadOnlyList<WebhookEventType>? FilterTypes { get; init; }

    /// <summary>
    /// Gets the rate limit of deliveries, in a unit that is not documented, or null if there is no limit.
    /// </summary>
    public int? RateLimit { get; init; }

    /// <summary>Gets your own metadata for the endpoint. Values are strings.</summary>
    public Metadata Metadata
    {
        get;
        init => field = value ?? Metadata.Empty;
    } = Metadata.Empty;

    /// <summary>Gets the time at which the endpoint was created, as text.</summary>
    public string CreatedAt
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the time at which the endpoint last changed, as text.</summary>
    public string UpdatedAt
    {
        get;
        init => field = value ?? "";
    } = "";
}
