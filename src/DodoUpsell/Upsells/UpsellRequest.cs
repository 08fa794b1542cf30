namespace DodoUpsell;

/// <summary>
/// One product more for a customer who has just bought, charged with one click; one-time and subscription products
/// alike.
/// </summary>
public sealed record UpsellRequest : OneClickRequest
{
    /// <summary>Trial settings of a subscription product.</summary>
    public CheckoutSubscriptionData? SubscriptionData { get; init; }

    /// <summary>Gets whether 3-D Secure is demanded; your business's setting by default.</summary>
    public bool? Force3ds { get; init; }
}
