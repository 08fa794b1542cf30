namespace DodoUpsell;

/// <summary>
/// Specifies the periods of metered usage to list (<c>GET /subscriptions/{subscription_id}/usage-history</c>). By
/// default, all periods are listed.
/// </summary>
public sealed record ListUsageHistoryRequest
{
    /// <summary>Gets the time from which periods are listed.</summary>
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>Gets the time up to which periods are listed.</summary>
    public DateTimeOffset? EndDate { get; init; }

    /// <summary>Gets the id of the meter to filter by.</summary>
    public string? MeterId { get; init; }

    /// <summary>Gets the number of items to fetch per request. Must be between 1 and 100. The default is 10.</summary>
    public int? PageSize { get; init; }

    internal void Validate()
    {
        Check.NotBlankIfGiven(MeterId, nameof(MeterId));
        Check.NotReversed(StartDate, EndDate, nameof(EndDate));
        Check.PageSize(PageSize, nameof(PageSize));
    }
}
