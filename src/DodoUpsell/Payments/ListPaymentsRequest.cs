namespace DodoUpsell;

/// <summary>
/// Specifies the payments to list (<c>GET /payments</c>). By default, all payments are listed. They cannot be filtered
/// by checkout session or metadata.
/// </summary>
public sealed record ListPaymentsRequest
{
    /// <summary>Gets the id of the customer to filter by.</summary>
    public string? CustomerId { get; init; }

    /// <summary>Gets the id of the subscription to filter by.</summary>
    public string? SubscriptionId { get; init; }

    /// <summary>Gets the id of the product to filter by.</summary>
    public string? ProductId { get; init; }

    /// <summary>Gets the id of the brand to filter by.</summary>
    public string? BrandId { get; init; }

    /// <summary>Gets the status to filter by.</summary>
    public PaymentStatus? Status { get; init; }

    /// <summary>Gets the currency to filter by.</summary>
    public Currency? Currency { get; init; }

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
        Check.NotBlankIfGiven(ProductId, nameof(ProductId));
        Check.NotBlankIfGiven(BrandId, nameof(BrandId));
        Check.NotReversed(CreatedFrom, CreatedTo, nameof(CreatedTo));
        Check.PageSize(PageSize, nameof(PageSize));
    }
}
