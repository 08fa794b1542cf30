namespace DodoUpsell;

/// <summary>
/// Which payments to list (<c>GET /payments</c>); all of them by default. There is no filter by session or metadata.
/// </summary>
public sealed record ListPaymentsRequest
{
    /// <summary>Only those of this customer.</summary>
    public string? CustomerId { get; init; }

    /// <summary>Only those for this subscription.</summary>
    public string? SubscriptionId { get; init; }

    /// <summary>Only those for this product.</summary>
    public string? ProductId { get; init; }

    /// <summary>Only those of this brand.</summary>
    public string? BrandId { get; init; }

    /// <summary>Only those with this status.</summary>
    public PaymentStatus? Status { get; init; }

    /// <summary>Only those in this currency.</summary>
    public Currency? Currency { get; init; }

    /// <summary>Only those created at this moment or later.</summary>
    public DateTimeOffset? CreatedFrom { get; init; }

    /// <summary>Only those created at this moment or earlier.</summary>
    public DateTimeOffset? CreatedTo { get; init; }

    /// <summary>Gets how many to fetch per request, 1 to 100; 10 by default.</summary>
    public int? PageSize { get; init; }

    internal void Validate()
    {
        Check.NotBlankIfGiven(CustomerId, nameof(CustomerId));
        Check.NotBlankIfGiven(SubscriptionId, nameof(SubscriptionId));
        Check.NotBlankIfGiven(ProductId, nameof(ProductId));
        Check.NotBlankIfGiven(BrandId, nameof(BrandId));
        Check.NotReversed(CreatedFrom, CreatedTo, nameof(CreatedTo));
        Check.PageSize(PageSize, nameof(PageSize));
    }
}
