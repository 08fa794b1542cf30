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

/// <summary>The complete state, oldest first. Reading it does not settle anything.</summary>
internal static class StateReport
{
    public static JsonObject Of(EmulatorState state) =>
        new()
        {
            ["customers"] = Array(state.Customers, CustomerJson.Full),
            ["payment_methods"] = Array(state.PaymentMethods.Where(method => !method.IsRemoved), Method),
            ["products"] = Array(state.Products, ProductJson.Full),
            ["checkout_sessions"] = Array(state.CheckoutSessions, Session),
            ["payments"] = Array(state.Payments, PaymentJson.Full),
            ["subscriptions"] = Array(
                state.Subscriptions,
                subscription => Subscription(subscription, state.Options.Subscriptions.Rounding)
            ),
            ["addons"] = Array(state.Addons, AddonJson.Full),
            ["discounts"] = Array(state.Discounts.Where(discount => !discount.IsDeleted), DiscountJson.Full),
            ["credits"] = Array(state.Credits, entry => entry.ToJson()),
            ["charges"] = Charges(state),
            ["refunds"] = Array(state.Refunds, RefundJson.Full),
            ["disputes"] = Array(state.Disputes, DisputeJson.Full),
            ["dunning_attempts"] = Array(state.DunningAttempts, attempt => attempt.ToJson()),
            ["wallets"] = Array(state.Wallets, WalletJson.Wallet),
            ["webhook_endpoints"] = Array(state.WebhookEndpoints, WebhookJson.Controlled),
            ["webhook_deliveries"] = Array(state.WebhookDeliveries, WebhookJson.Delivery),
            ["faults"] = state.Faults.ToJson(),
            ["clock"] = Clock(state.Clock),
        };

    public static JsonArray Charges(EmulatorState state) => Array(state.Charges, charge => charge.ToJson());

    public static JsonObject Clock(EmulatorClock clock) => new() { ["now"] = WireTime.Write(clock.GetUtcNow()) };

    // The API accepts the reason of a cancellation and never returns it.
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
