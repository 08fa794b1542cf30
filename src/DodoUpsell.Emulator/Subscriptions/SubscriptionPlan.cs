using DodoUpsell.Emulator.Addons;
using DodoUpsell.Emulator.Checkout;
using DodoUpsell.Emulator.Products;

namespace DodoUpsell.Emulator.Subscriptions;

/// <summary>
/// The subscribed plan at the prices of the time of purchase. Later changes of the catalogue do not affect it.
/// </summary>
internal sealed record SubscriptionPlan(Product Product, int Quantity, IReadOnlyList<PlanAddon> Addons)
{
    public SubscriptionPrice Price => (SubscriptionPrice)Product.Price;

    public bool TaxInclusive => Price.TaxInclusive ?? false;

    public static SubscriptionPlan Of(PricedLine line) =>
        new(line.Product, line.Quantity, [.. line.Addons.Select(addon => new PlanAddon(addon.Addon, addon.Quantity))]);
}

internal sealed record PlanAddon(Addon Addon, int Quantity);
