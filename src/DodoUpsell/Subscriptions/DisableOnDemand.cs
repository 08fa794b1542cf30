namespace DodoUpsell;

/// <summary>Turns an on-demand subscription into one that renews by itself.</summary>
public sealed record DisableOnDemand : ApiObject
{
    /// <summary>Gets when it renews for the first time; in the future.</summary>
    public required DateTimeOffset NextBillingDate { get; init; }
}
