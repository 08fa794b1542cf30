using System.Text.Json.Serialization;

namespace DodoUpsell;

/// <summary>Represents the usage of one meter in a billing period, and its price.</summary>
public sealed record MeterUsage : ApiObject
{
    /// <summary>Gets the meter's id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the name of the meter.</summary>
    public string Name
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the number of used units, as a decimal number in text.</summary>
    public string ConsumedUnits
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the number of free units in each period.</summary>
    public long FreeThreshold { get; init; }

    /// <summary>Gets the number of units to pay for, as a decimal number in text.</summary>
    public string ChargeableUnits
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the currency of the price.</summary>
    public Currency Currency { get; init; }

    /// <summary>Gets the price of one unit, as a decimal number in text.</summary>
    public string PricePerUnit
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the price of the usage in the period, in minor units of <see cref="Currency"/>.</summary>
    public long TotalPrice { get; init; }

    /// <summary>Gets <see cref="TotalPrice"/> as <see cref="Money"/>.</summary>
    [JsonIgnore]
    public Money TotalPriceMoney => new(TotalPrice, Currency);
}
