namespace DodoUpsell.Emulator.Subscriptions;

/// <summary>Changes the discounts of a subscription and records the removed ones.</summary>
internal static class DiscountCycles
{
    /// <summary>Uses up one paid cycle of each discount.</summary>
    public static void Consume(Subscription subscription) =>
        Replace(subscription, SubscriptionDiscount.AfterCycle(subscription.Discounts));

    public static void Replace(Subscription subscription, IReadOnlyList<SubscriptionDiscount> discounts)
    {
        var gone = subscription
            .Discounts.Select(discount => discount.Discount.Id)
            .Except(discounts.Select(discount => discount.Discount.Id), StringComparer.Ordinal);
        subscription.FormerDiscountIds.UnionWith(gone);
        subscription.Discounts = discounts;
    }
}
