namespace DodoUpsell;

/// <summary>A capability of your own product that a customer was granted.</summary>
public sealed record FeatureGrant : ApiObject
{
    /// <summary>Your id of the capability.</summary>
    public required string FeatureId { get; init; }

    /// <summary>Gets what kind of capability it is.</summary>
    public FeatureType FeatureType { get; init; }
}
