using System.Text.Json.Serialization;

namespace DodoUpsell;

/// <summary>What one meter counted in a billing period, and what it costs.</summary>
public sealed record MeterUsage : ApiObject
{
    /// <summary>Gets the meter's id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets what is metered.</summary>
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

    /// <summary>Gets how many units are free in each period.</summary>
    public long FreeThreshold { get; init; }

    /// <summary>Units to pay for, as a decimal number in text.</summary>
    public string ChargeableUnits
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the price's currency.</summary>
    public Currency Currency { get; init; }

    /// <summary>Gets the price of one unit, as a decimal number in text.</summary>
    public string PricePerUnit
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets what the period costs, in minor units of <see cref="Currency"/>.</summary>
    public long TotalPrice { get; init; }

    /// <summary>Gets <see cref="TotalPrice"/> in its currency.</summary>
    [JsonIgnore]
    public Money TotalPriceMoney => new(TotalPrice, Currency);
}
