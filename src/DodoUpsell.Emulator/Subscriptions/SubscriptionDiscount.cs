using DodoUpsell.Emulator.Discounts;

namespace DodoUpsell.Emulator.Subscriptions;

/// <summary>A discount on a subscription. It ends when no cycles remain; null means that it never ends.</summary>
internal sealed record SubscriptionDiscount(Discount Discount, int? CyclesRemaining)
{
    public static SubscriptionDiscount New(Discount discount) => new(discount, discount.Terms.SubscriptionCycles);

    public static IReadOnlyList<SubscriptionDiscount> AfterCycle(IEnumerable<SubscriptionDiscount> discounts) =>
        [
            .. discounts
                .Select(discount => discount with { CyclesRemaining = discount.CyclesRemaining - 1 })
                .Where(discount => discount.CyclesRemaining is not <= 0),
        ];
}
