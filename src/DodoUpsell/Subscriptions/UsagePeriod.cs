namespace DodoUpsell;

/// <summary>What was used in one billing period (<c>GET /subscriptions/{subscription_id}/usage-history</c>).</summary>
public sealed record UsagePeriod : ApiObject
{
    /// <summary>Gets when the period began.</summary>
    public DateTimeOffset StartDate { get; init; }

    /// <summary>Gets when it ended.</summary>
    public DateTimeOffset EndDate { get; init; }

    /// <summary>Gets the usage by meter.</summary>
    public IReadOnlyList<MeterUsage> Meters
    {
        get;
        init => field = value ?? [];
    } = [];
}
