namespace DodoUpsell;

/// <summary>
/// Specifies the discount codes to list (<c>GET /discounts</c>). By default, all discount codes are listed.
/// </summary>
public sealed record ListDiscountsRequest
{
    /// <summary>Gets a text that the code must contain, ignoring case.</summary>
    public string? Code { get; init; }

    /// <summary>Gets the type of discount to filter by.</summary>
    public DiscountType? DiscountType { get; init; }

    /// <summary>
    /// Gets whether to list only discounts that can be redeemed now (true) or only discounts that cannot (false).
    /// </summary>
    public bool? Active { get; init; }

    /// <summary>Gets the id of a product to which the discounts must apply.</summary>
    public string? ProductId { get; init; }

    /// <summary>Gets the number of items to fetch per request. Must be between 1 and 100. The default is 10.</summary>
    public int? PageSize { get; init; }

    internal void Validate()
    {
        Check.NotBlankIfGiven(Code, nameof(Code));
        Check.NotBlankIfGiven(ProductId, nameof(ProductId));
        Check.PageSize(PageSize, nameof(PageSize));
    }
}
