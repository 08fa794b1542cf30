namespace DodoUpsell;

/// <summary>A discount on a subscription as lists show it; its place in the list is its place in the stack.</summary>
public sealed record SubscriptionDiscount : ApiObject
{
    /// <summary>Gets the discount's id.</summary>
    public required string DiscountId { get; init; }

    /// <summary>Periods that it still reduces; null for ever.</summary>
    public int? DiscountCyclesRemaining { get; init; }
}
