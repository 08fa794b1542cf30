namespace DodoUpsell;

/// <summary>An address of yours that events are delivered to (<c>GET /webhooks/{webhook_id}</c>).</summary>
public sealed record WebhookEndpoint : ApiObject
{
    /// <summary>Gets the endpoint's id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets where deliveries go.</summary>
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

    /// <summary>Gets whether deliveries are switched off; null like false.</summary>
    public bool? Disabled { get; init; }

    /// <summary>Gets the only events that are delivered; null for all.</summary>
    public IReadOnlyList<WebhookEventType>? FilterTypes { get; init; }

    /// <summary>
    /// Gets how fast it takes deliveries at most, in a unit that is not documented; null for no limit.
    /// </summary>
    public int? RateLimit { get; init; }

    /// <summary>Your own data on the endpoint; texts only.</summary>
    public Metadata Metadata
    {
        get;
        init => field = value ?? Metadata.Empty;
    } = Metadata.Empty;

    /// <summary>Gets when it was created, as text.</summary>
    public string CreatedAt
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets when it last changed, as text.</summary>
    public string UpdatedAt
    {
        get;
        init => field = value ?? "";
    } = "";
}
