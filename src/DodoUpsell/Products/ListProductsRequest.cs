namespace DodoUpsell;

/// <summary>Which products to list (<c>GET /products</c>); all that are not archived by default.</summary>
public sealed record ListProductsRequest
{
    /// <summary>Only subscriptions, or only one-time products.</summary>
    public bool? Recurring { get; init; }

    /// <summary>Gets whether archived products are listed.</summary>
    public bool? Archived { get; init; }

    /// <summary>Only those of this brand.</summary>
    public string? BrandId { get; init; }

    /// <summary>Gets how many to fetch per request, 1 to 100; 10 by default.</summary>
    public int? PageSize { get; init; }

    internal void Validate()
    {
        Check.NotBlankIfGiven(BrandId, nameof(BrandId));
        Check.PageSize(PageSize, nameof(PageSize));
    }
}
