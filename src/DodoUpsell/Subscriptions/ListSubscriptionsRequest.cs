namespace DodoUpsell;

/// <summary>
/// Specifies the subscriptions to list (<c>GET /subscriptions</c>). By default, all subscriptions are listed.
/// </summary>
public sealed record ListSubscriptionsRequest
{
    /// <summary>Gets the id of the customer to filter by.</summary>
    public string? CustomerId { get; init; }

    /// <summary>Gets the id of the plan to filter by.</summary>
    public string? ProductId { get; init; }

    /// <summary>Gets the id of the brand to filter by.</summary>
    public string? BrandId { get; init; }

    /// <summary>Gets the status to filter by.</summary>
    public SubscriptionStatus? Status { get; init; }

    /// <summary>
    /// Gets whether to list only subscriptions that end with their current period (true) or only those that do not
    /// (false).
    /// </summary>
    public bool? CancelAtNextBillingDate { get; init; }

    /// <summary>Gets the earliest creation time, inclusive.</summary>
    public DateTimeOffset? CreatedFrom { get; init; }

    /// <summary>Gets the latest creation time, inclusive.</summary>
    public DateTimeOffset? CreatedTo { get; init; }

    /// <summary>Gets the number of items to fetch per request. Must be between 1 and 100. The default is 10.</summary>
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
