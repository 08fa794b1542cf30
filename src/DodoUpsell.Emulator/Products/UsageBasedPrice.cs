using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Products;

/// <summary>A fixed price for each cycle, plus meters. The emulator records no usage, so meters stay at zero.</summary>
internal sealed record UsageBasedPrice : SubscriptionPrice
{
    public const string Type = "usage_based_price";

    public IReadOnlyList<PricedMeter> Meters { get; init; } = [];

    public override JsonObject ToJson()
    {
        var json = ToJson(Type);
        json.Remove("price");
        json["fixed_price"] = Amount;
        json["meters"] = new JsonArray([.. Meters.Select(meter => (JsonNode)meter.ToJson())]);
        WriteIntervals(json);
        return json;
    }
}
