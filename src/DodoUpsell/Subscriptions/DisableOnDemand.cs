namespace DodoUpsell;

/// <summary>Specifies the conversion of an on-demand subscription into one that renews automatically.</summary>
public sealed record DisableOnDemand : ApiObject
{
    /// <summary>Gets the time of the first renewal. Must be in the future.</summary>
    public required DateTimeOffset NextBillingDate { get; init; }
}
