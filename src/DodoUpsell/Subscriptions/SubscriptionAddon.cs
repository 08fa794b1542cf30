namespace DodoUpsell;

/// <summary>An add-on of a subscription.</summary>
public sealed record SubscriptionAddon : ApiObject
{
    /// <summary>The add-on's id.</summary>
    public required string AddonId { get; init; }

    /// <summary>How many.</summary>
    public int Quantity { get; init; }
}
