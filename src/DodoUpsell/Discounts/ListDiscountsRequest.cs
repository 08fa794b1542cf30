namespace DodoUpsell;

/// <summary>Which discount codes to list (<c>GET /discounts</c>); all of them by default.</summary>
public sealed record ListDiscountsRequest
{
    /// <summary>Only those whose code contains this, whatever its case.</summary>
    public string? Code { get; init; }

    /// <summary>Only those computed this way.</summary>
    public DiscountType? DiscountType { get; init; }

    /// <summary>Only those that can be redeemed now, or only those that cannot.</summary>
    public bool? Active { get; init; }

    /// <summary>Only those that apply to this product.</summary>
    public string? ProductId { get; init; }

    /// <summary>Gets how many to fetch per request, 1 to 100; 10 by default.</summary>
    public int? PageSize { get; init; }

    internal void Validate()
    {
        Check.NotBlankIfGiven(Code, nameof(Code));
        Check.NotBlankIfGiven(ProductId, nameof(ProductId));
        Check.PageSize(PageSize, nameof(PageSize));
    }
}
