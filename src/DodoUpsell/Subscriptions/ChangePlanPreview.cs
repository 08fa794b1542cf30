namespace DodoUpsell;

/// <summary>
/// What a plan change would cost and bring (<c>POST /subscriptions/{subscription_id}/change-plan/preview</c>). The only
/// authority on its price, yet nothing is locked by it.
/// </summary>
public sealed record ChangePlanPreview : ApiObject
{
    /// <summary>Gets what would be charged now.</summary>
    public PlanChangeCharge? ImmediateCharge { get; init; }

    /// <summary>Gets the subscription as it would be, with its new renewal date.</summary>
    public Subscription? NewPlan { get; init; }
}
