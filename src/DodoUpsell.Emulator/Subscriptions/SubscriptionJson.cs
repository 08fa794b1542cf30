using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Customers;
using DodoUpsell.Emulator.Discounts;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Products;
using DodoUpsell.Emulator.Subscriptions.Billing;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Subscriptions;

internal static class SubscriptionJson
{
    public static JsonObject Full(Subscription subscription, MidpointRounding rounding)
    {
        var json = Common(subscription, rounding);
        json["brand_id"] = EmulatorState.BusinessId;
        json["addons"] = Addons(subscription.Plan);
        json["cancellation_comment"] = subscription.CancellationComment;
        json["cancellation_feedback"] = subscription.CancellationFeedback;
        json["credit_entitlement_cart"] = new JsonArray();
        json["meter_credit_entitlement_cart"] = new JsonArray();
        json["custom_field_responses"] = null;
        json["expires_at"] = WireTime.Write(subscription.ExpiresAt);
        json["meters"] = Meters(subscription.Plan.Price);
        json["discounts"] = new JsonArray([
            .. subscription.Discounts.Select(
                (discount, position) =>
                    (JsonNode)DiscountJson.Applied(discount.Discount, position, discount.CyclesRemaining)
            ),
        ]);
        return json;
    }

    /// <summary>Returns the data of a webhook, which has one member more than the subscription itself.</summary>
    public static JsonObject Told(Subscription subscription, MidpointRounding rounding)
    {
        var json = Full(subscription, rounding);
        json["past_due_ends_at"] = WireTime.Write(subscription.PastDueEndsAt);
        return json;
    }

    /// <summary>Returns a row of a list, which has fewer members than the subscription itself and no add-ons.</summary>
    public static JsonObject Row(Subscription subscription, MidpointRounding rounding)
    {
        var json = Common(subscription, rounding);
        json["product_name"] = subscription.Plan.Product.Name;
        json["discounts"] = new JsonArray([
            .. subscription.Discounts.Select(discount =>
                (JsonNode)
                    new JsonObject
                    {
                        ["discount_id"] = discount.Discount.Id,
                        ["discount_cycles_remaining"] = discount.CyclesRemaining,
                    }
            ),
        ]);
        return json;
    }

    public static JsonArray Addons(SubscriptionPlan plan) =>
        new([
            .. plan.Addons.Select(addon =>
                (JsonNode)new JsonObject { ["addon_id"] = addon.Addon.Id, ["quantity"] = addon.Quantity }
            ),
        ]);

    /// <summary>
    /// Returns the price of a cycle with the current discounts, before tax unless the price includes it.
    /// </summary>
    public static long RecurringAmount(Subscription subscription, MidpointRounding rounding) =>
        BillLine.Of(subscription.Plan, subscription.Discounts, rounding).Sum(line => line.Amount(rounding));

    private static JsonObject Common(Subscription subscription, MidpointRounding rounding) =>
        new()
        {
            ["subscription_id"] = subscription.Id,
            ["status"] = subscription.Status,
            ["customer"] = CustomerJson.Limited(subscription.Customer),
            ["product_id"] = subscription.Plan.Product.Id,
            ["quantity"] = subscription.Plan.Quantity,
            ["currency"] = subscription.Plan.Price.Currency,
            ["recurring_pre_tax_amount"] = RecurringAmount(subscription, rounding),
            ["tax_inclusive"] = subscription.Plan.TaxInclusive,
            ["billing"] = subscription.Billing.ToJson(),
            ["created_at"] = WireTime.Write(subscription.CreatedAt),
            ["previous_billing_date"] = WireTime.Write(subscription.Cycle.Previous),
            ["next_billing_date"] = WireTime.Write(subscription.Cycle.Next),
            ["payment_frequency_count"] = subscription.Plan.Price.Frequency.Count,
            ["payment_frequency_interval"] = subscription.Plan.Price.Frequency.Unit,
            ["subscription_period_count"] = subscription.Term.Count,
            ["subscription_period_interval"] = subscription.Term.Unit,
            ["trial_period_days"] = subscription.TrialDays,
            ["trial_amount"] = subscription.TrialAmount,
            ["on_demand"] = subscription.IsOnDemand,
            ["payment_method_id"] = subscription.Method?.Id,
            ["has_payment_method"] = subscription.ChargeableMethod is not null,
            ["cancel_at_next_billing_date"] = subscription.CancelAtNextBillingDate,
            ["cancelled_at"] = WireTime.Write(subscription.CancelledAt),
            ["paused_at"] = WireTime.Write(subscription.PausedAt),
            ["scheduled_change"] = subscription.ScheduledChange?.ToJson(),
            ["tax_id"] = subscription.TaxId,
            ["customer_business_name"] = subscription.CustomerBusinessName,
            ["discount_id"] = subscription.Discounts.Select(discount => discount.Discount.Id).FirstOrDefault(),
            ["discount_cycles_remaining"] = subscription
                .Discounts.Select(discount => discount.CyclesRemaining)
                .FirstOrDefault(),
            ["metadata"] = subscription.Metadata.DeepClone(),
        };

    private static JsonArray Meters(SubscriptionPrice price) =>
        price is UsageBasedPrice usage
            ? new([.. usage.Meters.Select(meter => (JsonNode)meter.ToCartJson(price.Currency))])
            : [];
}
