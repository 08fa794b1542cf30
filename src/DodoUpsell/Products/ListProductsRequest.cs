namespace DodoUpsell;

/// <summary>
/// Specifies the products to list (<c>GET /products</c>). By default, all products that are not archived are listed.
/// </summary>
public sealed record ListProductsRequest
{
    /// <summary>Gets whether to list only subscription products (true) or only one-time products (false).</summary>
    public bool? Recurring { get; init; }

    /// <summary>Gets whether to list archived products.</summary>
    public bool? Archived { get; init; }

    /// <summary>Gets the id of the brand to filter by.</summary>
    public string? BrandId { get; init; }

    /// <summary>Gets the number of items to fetch per request. Must be between 1 and 100. The default is 10.</summary>
    public int? PageSize { get; init; }

    internal void Validate()
    {
        Check.NotBlankIfGiven(BrandId, nameof(BrandId));
        Check.PageSize(PageSize, nameof(PageSize));
    }
}
