using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Addons;

/// <summary>Reads an add-on in the API's format. Members that are left out get a default.</summary>
internal static class AddonInput
{
    private const int DefaultPrice = 500;

    public static Addon Read(string id, JsonInput input, EmulatorState state)
    {
        var createdAt = input.OptionalTime("created_at") ?? state.Now;
        return new Addon
        {
            Id = id,
            Name = input.OptionalText("name") ?? id,
            Description = input.OptionalText("description"),
            Image = input.OptionalText("image"),
            Price = input.OptionalInt32("price", minimum: 0) ?? DefaultPrice,
            Currency = input.OptionalChoice("currency", Currencies.All) ?? "USD",
            TaxCategory = input.OptionalChoice("tax_category", TaxCategories.All) ?? "saas",
            CreatedAt = createdAt,
            UpdatedAt = input.OptionalTime("updated_at") ?? createdAt,
        };
    }
}
