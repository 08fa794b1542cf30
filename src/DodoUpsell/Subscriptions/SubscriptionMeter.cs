namespace DodoUpsell;

/// <summary>Represents a meter of a subscription's plan.</summary>
public sealed record SubscriptionMeter : ApiObject
{
    /// <summary>Gets the meter's id.</summary>
    public required string MeterId { get; init; }

    /// <summary>Gets the name of the meter.</summary>
    public string Name
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the description of the meter.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the unit of measurement.</summary>
    public string MeasurementUnit
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the currency of the price.</summary>
    public Currency Currency { get; init; }

    /// <summary>Gets the price of one unit, as a decimal number in text, or null if credits pay for it.</summary>
    public string? PricePerUnit { get; init; }

    /// <summary>Gets the number of free units in each period.</summary>
    public long FreeThreshold { get; init; }
}
