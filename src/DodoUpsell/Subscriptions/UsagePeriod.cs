namespace DodoUpsell;

/// <summary>
/// Represents the usage in one billing period (<c>GET /subscriptions/{subscription_id}/usage-history</c>).
/// </summary>
public sealed record UsagePeriod : ApiObject
{
    /// <summary>Gets the start of the period.</summary>
    public DateTimeOffset StartDate { get; init; }

    /// <summary>Gets the end of the period.</summary>
    public DateTimeOffset EndDate { get; init; }

    /// <summary>Gets the usage of each meter.</summary>
    public IReadOnlyList<MeterUsage> Meters
    {
        get;
        init => field = value ?? [];
    } = [];
}
