using System.Text.Json.Serialization;

namespace DodoUpsell;

/// <summary>What one meter counted in a billing period, and what it costs.</summary>
public sealed record MeterUsage : ApiObject
{
    /// <summary>The meter's id.</summary>
    public required string Id { get; init; }

    /// <summary>What is metered.</summary>
    public string Name
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Units used, as a decimal number in text.</summary>
    public string ConsumedUnits
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>How many units are free in each period.</summary>
    public long FreeThreshold { get; init; }

    /// <summary>Units to pay for, as a decimal number in text.</summary>
    public string ChargeableUnits
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>The price's currency.</summary>
    public Currency Currency { get; init; }

    /// <summary>The price of one unit, as a decimal number in text.</summary>
    public string PricePerUnit
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>What the period costs, in minor units of <see cref="Currency"/>.</summary>
    public long TotalPrice { get; init; }

    /// <summary><see cref="TotalPrice"/> in its currency.</summary>
    [JsonIgnore]
    public Money TotalPriceMoney => new(TotalPrice, Currency);
}
