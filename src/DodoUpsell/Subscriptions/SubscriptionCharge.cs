namespace DodoUpsell;

/// <summary>
/// A charge of an on-demand subscription (<c>POST /subscriptions/{subscription_id}/charge</c>). It is accepted, not
/// paid: read the payment for its status.
/// </summary>
public sealed record SubscriptionCharge : ApiObject
{
    /// <summary>Gets the payment.</summary>
    public required string PaymentId { get; init; }
}
