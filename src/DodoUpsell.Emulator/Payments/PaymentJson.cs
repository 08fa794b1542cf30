using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Checkout;
using DodoUpsell.Emulator.Customers;
using DodoUpsell.Emulator.Discounts;
using DodoUpsell.Emulator.Disputes;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.PaymentMethods;
using DodoUpsell.Emulator.Refunds;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Payments;

internal static class PaymentJson
{
    public static JsonObject Full(Payment payment)
    {
        var json = Row(payment);
        // Rows have two members that the payment itself does not have.
        json.Remove("dispute_status");
        json.Remove("has_license_key");
        json["business_id"] = EmulatorState.BusinessId;
        json["billing"] = payment.Billing.ToJson();
        json["card_holder_name"] = payment.Method?.CardHolderName;
        json["card_issuing_country"] = payment.Method?.Card.Country;
        json["card_type"] = payment.Method?.Type.ToUpperInvariant();
        json["checkout_session_id"] = payment.CheckoutSessionId;
        json["custom_field_responses"] = null;
        json["discount_id"] = payment.Cart.Discounts.Select(discount => discount.Id).FirstOrDefault();
        json["discounts"] = new JsonArray([
            .. payment.Cart.Discounts.Select(
                (discount, position) => (JsonNode)DiscountJson.Applied(discount, position, cyclesRemaining: null)
            ),
        ]);
        json["disputes"] = new JsonArray([.. payment.Disputes.Select(DisputeJson.Row)]);
        json["error_code"] = payment.ErrorCode;
        json["error_message"] = payment.ErrorCode is { } code ? DeclineCodes.Message(code) : null;
        json["is_update_payment_method"] = payment.IsMethodUpdate;
        json["payment_link"] = payment.Link;
        json["payment_method_id"] = payment.Method is { IsSaved: true } method ? method.Id : null;
        json["product_cart"] = payment.SubscriptionIds.Count == 0 ? ProductCart(payment.Cart) : null;
        json["refunds"] = new JsonArray([.. payment.Refunds.Select(RefundJson.Row)]);
        json["retry_attempt"] = payment.RetryAttempt;
        json["settlement_amount"] = payment.Cart.Total;
        json["settlement_currency"] = payment.Cart.Currency;
        json["settlement_tax"] = payment.Cart.DueNow.Tax;
        json["tax"] = payment.Cart.DueNow.Tax;
        json["updated_at"] = WireTime.Write(payment.UpdatedAt);
        return json;
    }

    /// <summary>Returns a row of a list, which has fewer members than the payment itself, as in the API.</summary>
    public static JsonObject Row(Payment payment) =>
        new()
        {
            ["payment_id"] = payment.Id,
            ["brand_id"] = EmulatorState.BusinessId,
            ["status"] = payment.Status,
            ["total_amount"] = payment.Cart.Total,
            ["currency"] = payment.Cart.Currency,
            ["created_at"] = WireTime.Write(payment.CreatedAt),
            ["customer"] = CustomerJson.Limited(payment.Customer),
            ["metadata"] = payment.Metadata.DeepClone(),
            ["subscription_id"] = payment.SubscriptionId,
            ["subscription_ids"] = new JsonArray([.. payment.SubscriptionIds.Select(id => (JsonNode)id)]),
            ["is_multi_subscription"] = payment.SubscriptionIds.Count > 1,
            ["card_last_four"] = payment.Method?.Card.LastFour,
            ["card_network"] = payment.Method?.Card.Network,
            ["payment_method"] =
                payment.Method is not null ? "card"
                : payment.UpiId is not null ? "upi"
                : null,
            ["payment_method_type"] = payment.Method?.Type ?? (payment.UpiId is not null ? "upi_collect" : null),
            ["payment_provider"] = "dodo",
            ["invoice_id"] = payment.InvoiceId,
            ["invoice_url"] = payment.InvoiceId is null
                ? null
                : new Uri(payment.Origin, $"invoices/payments/{payment.Id}").AbsoluteUri,
            ["refund_status"] = payment.RefundStatus,
            ["dispute_status"] = payment.Disputes.Count == 0 ? null : DisputeJson.StatusOf(payment.Disputes[^1]),
            ["digital_products_delivered"] = payment.Status is IntentStatus.Succeeded,
            ["has_license_key"] = false,
        };

    // If an item is on several lines, it can be refunded once over all of them: the first line has the amount.
    public static JsonObject LineItems(Payment payment)
    {
        var refundable =
            payment.Status is IntentStatus.Succeeded
                ? RefundableItem
                    .Of(payment)
                    .ToDictionary(item => item.Id, item => item.Remaining, StringComparer.Ordinal)
                : [];
        return new JsonObject
        {
            ["currency"] = payment.Cart.Currency,
            ["items"] = new JsonArray([
                .. payment.Cart.Lines.Select(line =>
                    LineItem(line, refundable.Remove(line.Product.Id, out var remaining) ? remaining : 0)
                ),
            ]),
        };
    }

    private static JsonArray ProductCart(PricedCart cart) =>
        new([
            .. cart.Lines.Select(line =>
                (JsonNode)new JsonObject { ["product_id"] = line.Product.Id, ["quantity"] = line.Quantity }
            ),
        ]);

    // The amount is before tax. The refundable amount includes tax: it is what a full refund returns.
    private static JsonObject LineItem(PricedLine line, int refundable) =>
        new()
        {
            ["items_id"] = line.Product.Id,
            ["name"] = line.Product.Name,
            ["description"] = line.Product.Description,
            ["amount"] = line.DueNow.Subtotal - line.DueNow.Discount,
            ["tax"] = line.DueNow.Tax,
            ["refundable_amount"] = refundable,
        };
}
