using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Subscriptions;

internal static class SubscriptionFilter
{
    public static IEnumerable<Subscription> Apply(IEnumerable<Subscription> subscriptions, QueryInput query)
    {
        var from = query.Time("created_at_gte") ?? DateTimeOffset.MinValue;
        var to = query.Time("created_at_lte") ?? DateTimeOffset.MaxValue;
        var customerId = query.Text("customer_id");
        var productId = query.Text("product_id");
        var brandId = query.Text("brand_id");
        var status = query.Choice("status", SubscriptionStatus.All);
        var ending = query.Flag("cancel_at_next_billing_date");
        return subscriptions.Where(subscription =>
            subscription.CreatedAt >= from
            && subscription.CreatedAt <= to
            && Fits(customerId, subscription.Customer.Id)
            && Fits(productId, subscription.Plan.Product.Id)
            && Fits(brandId, EmulatorState.BusinessId)
            && Fits(status, subscription.Status)
            && (ending is null || subscription.CancelAtNextBillingDate == ending)
        );
    }

    private static bool Fits(string? wanted, string actual) =>
        wanted is null || string.Equals(wanted, actual, StringComparison.Ordinal);
}
