namespace DodoUpsell;

/// <summary>Represents an add-on of a subscription.</summary>
public sealed record SubscriptionAddon : ApiObject
{
    /// <summary>Gets the add-on's id.</summary>
    public required string AddonId { get; init; }

    /// <summary>Gets the quantity.</summary>
    public int Quantity { get; init; }
}
