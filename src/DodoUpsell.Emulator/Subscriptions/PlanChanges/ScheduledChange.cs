using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Discounts;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Subscriptions.PlanChanges;

/// <summary>A plan change that takes effect at the next billing date.</summary>
internal sealed record ScheduledChange
{
    public required string Id { get; init; }

    public required SubscriptionPlan Plan { get; init; }

    public required IReadOnlyList<SubscriptionDiscount> Discounts { get; init; }

    /// <summary>Gets the new discounts, which are redeemed when the change takes effect.</summary>
    public required IReadOnlyList<Discount> NewDiscounts { get; init; }

    /// <summary>Gets the billing date that was known when the change was requested. A pause does not move it.</summary>
    public required DateTimeOffset EffectiveAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required bool AppliesOnFailure { get; init; }

    public JsonObject? Metadata { get; init; }

    public void ApplyTo(Subscription subscription, DateTimeOffset now)
    {
        foreach (var discount in NewDiscounts)
            discount.Redeem(subscription.Customer.Id);

        DiscountCycles.Replace(subscription, Discounts);
        subscription.Plan = Plan;
        subscription.ExtendedTerm = null;
        subscription.ExpiresAt = Plan.Price.Term.After(now);
        subscription.TrialDays = 0;
        subscription.TrialAmount = null;
    }

    public JsonObject ToJson() =>
        new()
        {
            ["id"] = Id,
            ["product_id"] = Plan.Product.Id,
            ["product_name"] = Plan.Product.Name,
            ["product_description"] = Plan.Product.Description,
            ["quantity"] = Plan.Quantity,
            ["effective_at"] = WireTime.Write(EffectiveAt),
            ["created_at"] = WireTime.Write(CreatedAt),
            ["addons"] = new JsonArray([
                .. Plan.Addons.Select(addon =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["addon_id"] = addon.Addon.Id,
                            ["name"] = addon.Addon.Name,
                            ["quantity"] = addon.Quantity,
                        }
                ),
            ]),
        };
}
