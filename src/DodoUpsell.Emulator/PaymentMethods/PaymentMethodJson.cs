using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.PaymentMethods;

internal static class PaymentMethodJson
{
    public static JsonObject Item(PaymentMethod method) =>
        new()
        {
            ["payment_method_id"] = method.Id,
            ["payment_method"] = "card",
            ["payment_method_type"] = method.Type,
            ["card"] = new JsonObject
            {
                ["last4_digits"] = method.Card.LastFour,
                ["card_network"] = method.Card.Network,
                ["card_type"] = method.Type.ToUpperInvariant(),
                ["card_holder_name"] = method.CardHolderName,
                ["card_issuing_country"] = method.Card.Country,
                ["expiry_month"] = method.ExpiryMonth,
                ["expiry_year"] = method.ExpiryYear,
            },
            ["last_used_at"] = WireTime.Write(method.LastUsedAt),
            ["recurring_enabled"] = method.RecurringEnabled,
        };
}
