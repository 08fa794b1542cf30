using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Common;

/// <summary>The buyer's billing address. Only the country is always known.</summary>
internal sealed record BillingAddress(
    string Country,
    string? Street = null,
    string? City = null,
    string? State = null,
    string? ZipCode = null
)
{
    public bool IsComplete =>
        !string.IsNullOrWhiteSpace(Street)
        && !string.IsNullOrWhiteSpace(City)
        && !string.IsNullOrWhiteSpace(State)
        && !string.IsNullOrWhiteSpace(ZipCode);

    public static BillingAddress Read(JsonInput input) =>
        new(
            input.Choice("country", Countries.All),
            input.OptionalText("street"),
            input.OptionalText("city"),
            input.OptionalText("state"),
            input.OptionalText("zipcode")
        );

    public JsonObject ToJson() =>
        new()
        {
            ["country"] = Country,
            ["street"] = Street,
            ["city"] = City,
            ["state"] = State,
            ["zipcode"] = ZipCode,
        };
}
