using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Products;

/// <summary>One meter of a usage-based price. The unit price is a decimal text, as on the wire.</summary>
internal sealed record PricedMeter(
    string Id,
    string Name,
    string? Description,
    string MeasurementUnit,
    string PricePerUnit,
    long FreeThreshold
)
{
    public static PricedMeter Read(JsonInput input)
    {
        var id = input.Text("meter_id");
        return new PricedMeter(
            id,
            input.OptionalText("name") ?? id,
            input.OptionalText("description"),
            input.OptionalText("measurement_unit") ?? "units",
            input.OptionalText("price_per_unit") ?? "0",
            input.OptionalInt32("free_threshold", minimum: 0) ?? 0
        );
    }

    public JsonObject ToJson() =>
        new()
        {
            ["meter_id"] = Id,
            ["name"] = Name,
            ["description"] = Description,
            ["measurement_unit"] = MeasurementUnit,
            ["price_per_unit"] = PricePerUnit,
            ["free_threshold"] = FreeThreshold,
            ["credit_entitlement_id"] = null,
            ["meter_units_per_credit"] = null,
        };

    /// <summary>Returns the meter in the format of a subscription.</summary>
    public JsonObject ToCartJson(string currency) =>
        new()
        {
            ["meter_id"] = Id,
            ["name"] = Name,
            ["description"] = Description,
            ["measurement_unit"] = MeasurementUnit,
            ["price_per_unit"] = PricePerUnit,
            ["free_threshold"] = FreeThreshold,
            ["currency"] = currency,
        };

    /// <summary>Returns the meter in the format of a checkout preview.</summary>
    public JsonObject ToDetailsJson() =>
        new()
        {
            ["name"] = Name,
            ["description"] = Description,
            ["measurement_unit"] = MeasurementUnit,
            ["price_per_unit"] = PricePerUnit,
            ["free_threshold"] = FreeThreshold,
        };

    /// <summary>
    /// Returns the usage of the meter in a period: always zero, because the emulator records no usage.
    /// </summary>
    public JsonObject ToUsageJson(string currency) =>
        new()
        {
            ["id"] = Id,
            ["name"] = Name,
            ["consumed_units"] = "0",
            ["chargeable_units"] = "0",
            ["free_threshold"] = FreeThreshold,
            ["price_per_unit"] = PricePerUnit,
            ["total_price"] = 0,
            ["currency"] = currency,
        };
}
