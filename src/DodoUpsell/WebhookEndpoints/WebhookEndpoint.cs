namespace DodoUpsell;

/// <summary>An address of yours that events are delivered to (<c>GET /webhooks/{webhook_id}</c>).</summary>
public sealed record WebhookEndpoint : ApiObject
{
    /// <summary>The endpoint's id.</summary>
    public required string Id { get; init; }

    /// <summary>Where deliveries go.</summary>
    public string Url
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Your description.</summary>
    public string Description
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Whether deliveries are switched off; null like false.</summary>
    public bool? Disabled { get; init; }

    /// <summary>The only events that are delivered; null for all.</summary>
    public IReadOnlyList<WebhookEventType>? FilterTypes { get; init; }

    /// <summary>How fast it takes deliveries at most, in a unit that is not documented; null for no limit.</summary>
    public int? RateLimit { get; init; }

    /// <summary>Your own data on the endpoint; texts only.</summary>
    public Metadata Metadata
    {
        get;
        init => field = value ?? Metadata.Empty;
    } = Metadata.Empty;

    /// <summary>When it was created, as text.</summary>
    public string CreatedAt
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>When it last changed, as text.</summary>
    public string UpdatedAt
    {
        get;
        init => field = value ?? "";
    } = "";
}
