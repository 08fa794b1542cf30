using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Discounts;

internal static class DiscountJson
{
    public static JsonObject Full(Discount discount)
    {
        var json = Common(discount);
        json["currency_options"] = new JsonArray([
            .. discount.Terms.CurrencyOptions.Select(option => (JsonNode)option.ToJson()),
        ]);
        json["customer_eligibility"] = discount.Terms.Eligibility;
        json["per_customer_usage_limit"] = discount.Terms.PerCustomerLimit;
        json["starts_at"] = WireTime.Write(discount.Terms.StartsAt);
        return json;
    }

    /// <summary>
    /// Returns a discount in the format of payments and subscriptions, with its position in the stack.
    /// </summary>
    public static JsonObject Applied(Discount discount, int position, int? cyclesRemaining)
    {
        var json = Common(discount);
        json["position"] = position;
        json["cycles_remaining"] = cyclesRemaining;
        return json;
    }

    private static JsonObject Common(Discount discount) =>
        new()
        {
            ["discount_id"] = discount.Id,
            ["business_id"] = EmulatorState.BusinessId,
            ["code"] = discount.Terms.Code,
            ["name"] = discount.Terms.Name,
            ["type"] = discount.Terms.Type,
            ["amount"] = discount.Terms.Amount,
            ["created_at"] = WireTime.Write(discount.CreatedAt),
            ["expires_at"] = WireTime.Write(discount.Terms.ExpiresAt),
            ["usage_limit"] = discount.Terms.UsageLimit,
            ["times_used"] = discount.TimesUsed,
            ["restricted_to"] = new JsonArray([.. discount.Terms.RestrictedTo.Select(id => (JsonNode)id)]),
            ["subscription_cycles"] = discount.Terms.SubscriptionCycles,
            ["preserve_on_plan_change"] = discount.Terms.PreserveOnPlanChange,
            ["metadata"] = discount.Terms.Metadata.DeepClone(),
        };
}
