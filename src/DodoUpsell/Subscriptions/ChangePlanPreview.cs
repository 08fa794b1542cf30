namespace DodoUpsell;

/// <summary>
/// Represents the computed effect of a plan change (<c>POST /subscriptions/{subscription_id}/change-plan/preview</c>).
/// It is the only reliable source of the price, but the price is not guaranteed.
/// </summary>
public sealed record ChangePlanPreview : ApiObject
{
    /// <summary>Gets the charge that would be made now.</summary>
    public PlanChangeCharge? ImmediateCharge { get; init; }

    /// <summary>Gets the subscription as it would be after the change, with its new renewal date.</summary>
    public Subscription? NewPlan { get; init; }
}
