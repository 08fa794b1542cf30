namespace DodoUpsell;

/// <summary>Represents a request to list webhook endpoints (<c>GET /webhooks</c>).</summary>
public sealed record ListWebhookEndpointsRequest
{
    /// <summary>Gets the page size, from 1 to 100, or null for the maximum.</summary>
    public int? PageSize { get; init; }

    internal void Validate() => Check.PageSize(PageSize, nameof(PageSize));
}
