using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Addons;
using DodoUpsell.Emulator.Checkout;
using DodoUpsell.Emulator.Customers;
using DodoUpsell.Emulator.Discounts;
using DodoUpsell.Emulator.Disputes;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.PaymentMethods;
using DodoUpsell.Emulator.Payments;
using DodoUpsell.Emulator.Products;
using DodoUpsell.Emulator.Refunds;
using DodoUpsell.Emulator.Subscriptions;
using DodoUpsell.Emulator.Wallets;
using DodoUpsell.Emulator.Webhooks;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Control;

/// <summary>Everything the emulator holds, oldest first. Looking at it settles nothing.</summary>
internal static class StateReport
{
    public static JsonObject Of(World world) =>
        new()
        {
            ["customers"] = Array(world.Customers, CustomerJson.Full),
            ["payment_methods"] = Array(world.PaymentMethods.Where(method => !method.IsRemoved), Method),
            ["products"] = Array(world.Products, ProductJson.Full),
            ["checkout_sessions"] = Array(world.CheckoutSessions, Session),
            ["payments"] = Array(world.Payments, PaymentJson.Full),
            ["subscriptions"] = Array(
                world.Subscriptions,
                subscription => Subscription(subscription, world.Options.Subscriptions.Rounding)
            ),
            ["addons"] = Array(world.Addons, AddonJson.Full),
            ["discounts"] = Array(world.Discounts.Where(discount => !discount.IsDeleted), DiscountJson.Full),
            ["credits"] = Array(world.Credits, entry => entry.ToJson()),
            ["charges"] = Charges(world),
            ["refunds"] = Array(world.Refunds, RefundJson.Full),
            ["disputes"] = Array(world.Disputes, DisputeJson.Full),
            ["dunning_attempts"] = Array(world.DunningAttempts, attempt => attempt.ToJson()),
            ["wallets"] = Array(world.Wallets, WalletJson.Wallet),
            ["webhook_endpoints"] = Array(world.WebhookEndpoints, WebhookJson.Controlled),
            ["webhook_deliveries"] = Array(world.WebhookDeliveries, WebhookJson.Delivery),
            ["faults"] = world.Faults.ToJson(),
            ["clock"] = Clock(world.Clock),
        };

    public static JsonArray Charges(World world) => Array(world.Charges, charge => charge.ToJson());

    public static JsonObject Clock(EmulatorClock clock) => new() { ["now"] = WireTime.Write(clock.GetUtcNow()) };

    // The API takes the reason of a cancellation and shows it nowhere.
    private static JsonObject Subscription(Subscription subscription, MidpointRounding rounding)
    {
        var json = SubscriptionJson.Told(subscription, rounding);
        json["cancel_reason"] = subscription.CancelReason;
        return json;
    }

    private static JsonObject Method(PaymentMethod method)
    {
        var json = PaymentMethodJson.Item(method);
        json["customer_id"] = method.Customer.Id;
        json["test_card"] = method.Card.Number;
        return json;
    }

    private static JsonObject Session(CheckoutSession session)
    {
        var json = session.ToStatusJson();
        json["expires_at"] = WireTime.Write(session.ExpiresAt);
        json["checkout_url"] = session.Url;
        json["customer_id"] = (session.Payment?.Customer ?? session.Customer)?.Id;
        json["metadata"] = session.Request.Metadata.DeepClone();
        json["product_cart"] = new JsonArray([
            .. session.Request.Cart.Select(item =>
                (JsonNode)
                    new JsonObject
                    {
                        ["product_id"] = item.ProductId,
                        ["quantity"] = item.Quantity,
                        ["amount"] = item.Amount,
                    }
            ),
        ]);
        return json;
    }

    private static JsonArray Array<T>(IEnumerable<T> rows, Func<T, JsonObject> write) =>
        new([.. rows.Select(row => (JsonNode)write(row))]);
}
