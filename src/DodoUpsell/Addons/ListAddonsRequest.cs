namespace DodoUpsell;

/// <summary>Specifies how to list add-ons (<c>GET /addons</c>).</summary>
public sealed record ListAddonsRequest
{
    /// <summary>Gets the number of items to fetch per request. Must be between 1 and 100. The default is 10.</summary>
    public int? PageSize { get; init; }

    internal void Validate() => Check.PageSize(PageSize, nameof(PageSize));
}
