namespace DodoUpsell;

/// <summary>How much of its credits a subscription has used (<c>GET /subscriptions/{subscription_id}/credit-usage</c>).</summary>
public sealed record SubscriptionCreditUsage : ApiObject
{
    /// <summary>The subscription's id.</summary>
    public required string SubscriptionId { get; init; }

    /// <summary>The usage by kind of credits.</summary>
    public IReadOnlyList<CreditEntitlementUsage> Items { get; init => field = value ?? []; } = [];
}
