using DodoUpsell.Http;

namespace DodoUpsell;

/// <summary>A page of webhook endpoints (<c>GET /webhooks</c>), the only list of the API that uses a cursor.</summary>
internal sealed record WebhookEndpointList : ApiObject, IListAnswer
{
    private readonly IReadOnlyList<WebhookEndpoint>? _data;

    /// <summary>Gets the endpoints of this page.</summary>
    public IReadOnlyList<WebhookEndpoint> Data
    {
        get => _data ?? [];
        init => _data = value;
    }

    /// <summary>Gets the cursor of the next page.</summary>
    public string? Iterator { get; init; }

    /// <summary>Gets the cursor of the previous page.</summary>
    public string? PrevIterator { get; init; }

    /// <summary>Gets whether this page is the last one.</summary>
    public bool Done { get; init; }

    /// <inheritdoc/>
    string? IListAnswer.MissingList => _data is null ? "data" : null;
}
