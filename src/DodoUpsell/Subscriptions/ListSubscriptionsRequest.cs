namespace DodoUpsell;

/// <summary>Which subscriptions to list (<c>GET /subscriptions</c>); all of them by default.</summary>
public sealed record ListSubscriptionsRequest
{
    /// <summary>Only those of this customer.</summary>
    public string? CustomerId { get; init; }

    /// <summary>Only those of this plan.</summary>
    public string? ProductId { get; init; }

    /// <summary>Only those of this brand.</summary>
    public string? BrandId { get; init; }

    /// <summary>Only those with this status.</summary>
    public SubscriptionStatus? Status { get; init; }

    /// <summary>Only those that end with their current period, or only those that do not.</summary>
    public bool? CancelAtNextBillingDate { get; init; }

    /// <summary>Only those created at this moment or later.</summary>
    public DateTimeOffset? CreatedFrom { get; init; }

    /// <summary>Only those created at this moment or earlier.</summary>
    public DateTimeOffset? CreatedTo { get; init; }

    /// <summary>Gets how many to fetch per request, 1 to 100; 10 by default.</summary>
    public int? PageSize { get; init; }

    internal void Validate()
    {
        Check.NotBlankIfGiven(CustomerId, nameof(CustomerId));
        Check.NotBlankIfGiven(ProductId, nameof(ProductId));
        Check.NotBlankIfGiven(BrandId, nameof(BrandId));
        Check.NotReversed(CreatedFrom, CreatedTo, nameof(CreatedTo));
        Check.PageSize(PageSize, nameof(PageSize));
    }
}
