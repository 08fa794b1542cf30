namespace DodoUpsell;

/// <summary>How to list add-ons (<c>GET /addons</c>).</summary>
public sealed record ListAddonsRequest
{
    /// <summary>Gets how many to fetch per request, 1 to 100; 10 by default.</summary>
    public int? PageSize { get; init; }

    internal void Validate() => Check.PageSize(PageSize, nameof(PageSize));
}
