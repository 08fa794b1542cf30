namespace DodoUpsell;

/// <summary>How to list endpoints (<c>GET /webhooks</c>).</summary>
public sealed record ListWebhookEndpointsRequest
{
    /// <summary>Gets how many to fetch per request, 1 to 100; the API's own number by default.</summary>
    public int? PageSize { get; init; }

    internal void Validate() => Check.PageSize(PageSize, nameof(PageSize));
}
