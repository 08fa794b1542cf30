namespace DodoUpsell;

/// <summary>Represents a capability of your own product that was granted to a customer.</summary>
public sealed record FeatureGrant : ApiObject
{
    /// <summary>Gets your id of the capability.</summary>
    public required string FeatureId { get; init; }

    /// <summary>Gets the kind of capability.</summary>
    public FeatureType FeatureType { get; init; }
}
