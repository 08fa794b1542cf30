using DodoUpsell.Http;

namespace DodoUpsell;

/// <summary>A page of endpoints (<c>GET /webhooks</c>), the one list of the API with a cursor.</summary>
internal sealed record WebhookEndpointList : ApiObject, IListAnswer
{
    private readonly IReadOnlyList<WebhookEndpoint>? _data;

    /// <summary>The endpoints of this page.</summary>
    public IReadOnlyList<WebhookEndpoint> Data
    {
        get => _data ?? [];
        init => _data = value;
    }

    /// <summary>Where the next page starts.</summary>
    public string? Iterator { get; init; }

    /// <summary>Where the page before starts.</summary>
    public string? PrevIterator { get; init; }

    /// <summary>Whether this page is the last.</summary>
    public bool Done { get; init; }

    /// <inheritdoc/>
    string? IListAnswer.MissingList => _data is null ? "data" : null;
}
