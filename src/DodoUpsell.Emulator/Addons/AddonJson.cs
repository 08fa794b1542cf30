using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Addons;

internal static class AddonJson
{
    public static JsonObject Full(Addon addon) =>
        new()
        {
            ["id"] = addon.Id,
            ["business_id"] = EmulatorState.BusinessId,
            ["name"] = addon.Name,
            ["description"] = addon.Description,
            ["image"] = addon.Image,
            ["price"] = addon.Price,
            ["currency"] = addon.Currency,
            ["tax_category"] = addon.TaxCategory,
            ["created_at"] = WireTime.Write(addon.CreatedAt),
            ["updated_at"] = WireTime.Write(addon.UpdatedAt),
        };
}
