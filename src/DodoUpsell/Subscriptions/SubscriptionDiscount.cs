namespace DodoUpsell;

/// <summary>
/// Represents a discount on a subscription in a list. Its index in the list is its position among the applied codes.
/// </summary>
public sealed record SubscriptionDiscount : ApiObject
{
    /// <summary>Gets the discount's id.</summary>
    public required string DiscountId { get; init; }

    /// <summary>Gets the number of remaining periods that the discount reduces, or null for no limit.</summary>
    public int? DiscountCyclesRemaining { get; init; }
}
