namespace DodoUpsell;

/// <summary>Which refunds to list (<c>GET /refunds</c>); all of them by default.</summary>
public sealed record ListRefundsRequest
{
    /// <summary>Only those of this customer.</summary>
    public string? CustomerId { get; init; }

    /// <summary>Only those of this subscription's payments.</summary>
    public string? SubscriptionId { get; init; }

    /// <summary>Only those with this status.</summary>
    public RefundStatus? Status { get; init; }

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
        Check.NotReversed(CreatedFrom, CreatedTo, nameof(CreatedTo));
        Check.PageSize(PageSize, nameof(PageSize));
    }
}
