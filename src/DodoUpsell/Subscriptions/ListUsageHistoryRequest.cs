namespace DodoUpsell;

/// <summary>
/// Which periods of metered usage to list (<c>GET /subscriptions/{subscription_id}/usage-history</c>); all of them by
/// default.
/// </summary>
public sealed record ListUsageHistoryRequest
{
    /// <summary>Only periods from this moment on.</summary>
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>Only periods up to this moment.</summary>
    public DateTimeOffset? EndDate { get; init; }

    /// <summary>Only the usage of this meter.</summary>
    public string? MeterId { get; init; }

    /// <summary>Gets how many to fetch per request, 1 to 100; 10 by default.</summary>
    public int? PageSize { get; init; }

    internal void Validate()
    {
        Check.NotBlankIfGiven(MeterId, nameof(MeterId));
        Check.NotReversed(StartDate, EndDate, nameof(EndDate));
        Check.PageSize(PageSize, nameof(PageSize));
    }
}
