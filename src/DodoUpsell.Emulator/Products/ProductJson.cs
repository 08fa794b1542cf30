using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Products;

internal static class ProductJson
{
    public static JsonObject Full(Product product)
    {
        var json = Common(product);
        json["brand_id"] = EmulatorState.BusinessId;
        json["price"] = product.Price.ToJson();
        json["addons"] = new JsonArray([.. product.AddonIds.Select(id => (JsonNode)id)]);
        json["credit_entitlements"] = new JsonArray();
        json["digital_product_delivery"] = null;
        json["license_key_enabled"] = false;
        json["license_key_activation_message"] = null;
        json["license_key_activations_limit"] = null;
        json["license_key_duration"] = null;
        json["product_collection_id"] = null;
        return json;
    }

    public static JsonObject Row(Product product)
    {
        var json = Common(product);
        json["price"] = product.Price.Amount;
        json["currency"] = product.Price.Currency;
        json["price_detail"] = product.Price.ToJson();
        json["tax_inclusive"] = product.Price.TaxInclusive;
        return json;
    }

    private static JsonObject Common(Product product) =>
        new()
        {
            ["product_id"] = product.Id,
            ["business_id"] = EmulatorState.BusinessId,
            ["name"] = product.Name,
            ["description"] = product.Description,
            ["image"] = product.Image,
            ["is_recurring"] = product.IsRecurring,
            ["tax_category"] = product.TaxCategory,
            ["pricing_mode"] = null,
            ["entitlements"] = new JsonArray(),
            ["metadata"] = product.Metadata.DeepClone(),
            ["created_at"] = WireTime.Write(product.CreatedAt),
            ["updated_at"] = WireTime.Write(product.UpdatedAt),
        };
}
