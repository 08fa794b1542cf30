using DodoUpsell.Emulator.Discounts;
using DodoUpsell.Emulator.Subscriptions.Billing;

namespace DodoUpsell.Emulator.Subscriptions.PlanChanges;

/// <summary>The result of a plan change calculation: shown by a preview, executed by the change.</summary>
internal sealed record PlanChangeQuote
{
    public required SubscriptionPlan Plan { get; init; }

    public required IReadOnlyList<SubscriptionDiscount> Discounts { get; init; }

    public required IReadOnlyList<Discount> NewDiscounts { get; init; }

    public required Bill Bill { get; init; }

    public required BillingCycle Cycle { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public required DateTimeOffset EffectiveAt { get; init; }

    /// <summary>Gets whether the change pays for a new cycle, which uses up one cycle of each discount.</summary>
    public required bool StartsCycle { get; init; }

    /// <summary>Returns the subscription after the change, before any discount has used up a cycle.</summary>
    public Subscription Project(Subscription subscription) =>
        new Subscription
        {
            Id = subscription.Id,
            Customer = subscription.Customer,
            CreatedAt = subscription.CreatedAt,
            Origin = subscription.Origin,
            Plan = Plan,
            Cycle = Cycle,
            ExpiresAt = ExpiresAt,
            Billing = subscription.Billing,
            Metadata = subscription.Metadata,
            Method = subscription.Method,
            TaxId = subscription.TaxId,
            CustomerBusinessName = subscription.CustomerBusinessName,
            Discounts = Discounts,
        }.In(subscription.Status);
}
