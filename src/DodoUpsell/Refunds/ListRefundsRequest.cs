namespace DodoUpsell;

/// <summary>Specifies the refunds to list (<c>GET /refunds</c>). By default, all refunds are listed.</summary>
public sealed record ListRefundsRequest
{
    /// <summary>Gets the id of the customer to filter by.</summary>
    public string? CustomerId { get; init; }

    /// <summary>Gets the id of the subscription whose payments' refunds are listed.</summary>
    public string? SubscriptionId { get; init; }

    /// <summary>Gets the status to filter by.</summary>
    public RefundStatus? Status { get; init; }

    /// <summary>Gets the earliest creation time, inclusive.</summary>
    public DateTimeOffset? CreatedFrom { get; init; }

    /// <summary>Gets the latest creation time, inclusive.</summary>
    public DateTimeOffset? CreatedTo { get; init; }

    /// <summary>Gets the number of items to fetch per request. Must be between 1 and 100. The default is 10.</summary>
    public int? PageSize { get; init; }

    internal void Validate()
    {
        Check.NotBlankIfGiven(CustomerId, nameof(CustomerId));
        Check.NotBlankIfGiven(SubscriptionId, nameof(SubscriptionId));
        Check.NotReversed(CreatedFrom, CreatedTo, nameof(CreatedTo));
        Check.PageSize(PageSize, nameof(PageSize));
    }
}
