namespace DodoUpsell;

/// <summary>
/// Represents a charge of an on-demand subscription (<c>POST /subscriptions/{subscription_id}/charge</c>). The charge
/// is accepted, not paid: get the payment for its status.
/// </summary>
public sealed record SubscriptionCharge : ApiObject
{
    /// <summary>Gets the id of the payment.</summary>
    public required string PaymentId { get; init; }
}
