namespace DodoUpsell;

/// <summary>An add-on of a subscription.</summary>
public sealed record SubscriptionAddon : ApiObject
{
    /// <summary>Gets the add-on's id.</summary>
    public required string AddonId { get; init; }

    /// <summary>Gets how many.</summary>
    public int Quantity { get; init; }
}
