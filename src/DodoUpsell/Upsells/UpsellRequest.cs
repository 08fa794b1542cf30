namespace DodoUpsell;

/// <summary>
/// Represents a request to charge a customer who has just bought for an additional product with one click. One-time and
/// subscription products are supported.
/// </summary>
public sealed record UpsellRequest : OneClickRequest
{
    /// <summary>Gets the trial settings of a subscription product.</summary>
    public CheckoutSubscriptionData? SubscriptionData { get; init; }

    /// <summary>Gets whether 3-D Secure is required, or null for your business's setting.</summary>
    public bool? Force3ds { get; init; }
}
