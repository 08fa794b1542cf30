using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Payments;

/// <summary>The filters of the payment list. As in the API, there is none for metadata or checkout sessions.</summary>
internal static class PaymentFilter
{
    public static IEnumerable<Payment> Apply(IEnumerable<Payment> payments, QueryInput query)
    {
        var from = query.Time("created_at_gte") ?? DateTimeOffset.MinValue;
        var to = query.Time("created_at_lte") ?? DateTimeOffset.MaxValue;
        var customerId = query.Text("customer_id");
        var subscriptionId = query.Text("subscription_id");
        var productId = query.Text("product_id");
        var brandId = query.Text("brand_id");
        var status = query.Choice("status", IntentStatus.All);
        var currency = query.Choice("currency", Currencies.All);

        return payments.Where(payment =>
            payment.CreatedAt >= from
            && payment.CreatedAt <= to
            && Fits(customerId, payment.Customer.Id)
            && (subscriptionId is null || payment.SubscriptionIds.Contains(subscriptionId, StringComparer.Ordinal))
            && Fits(brandId, EmulatorState.BusinessId)
            && Fits(status, payment.Status)
            && Fits(currency, payment.Cart.Currency)
            && (productId is null || payment.Cart.Lines.Any(line => Fits(productId, line.Product.Id)))
        );
    }

    private static bool Fits(string? wanted, string? actual) =>
        wanted is null || string.Equals(wanted, actual, StringComparison.Ordinal);
}
