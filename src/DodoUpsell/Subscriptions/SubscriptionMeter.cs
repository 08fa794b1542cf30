namespace DodoUpsell;

/// <summary>Something that a subscription's plan meters.</summary>
public sealed record SubscriptionMeter : ApiObject
{
    /// <summary>Gets the meter's id.</summary>
    public required string MeterId { get; init; }

    /// <summary>Gets what is metered.</summary>
    public string Name
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>More about it.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the unit it is counted in.</summary>
    public string MeasurementUnit
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the price's currency.</summary>
    public Currency Currency { get; init; }

    /// <summary>Gets the price of one unit, as a decimal number in text; null when credits pay for it.</summary>
    public string? PricePerUnit { get; init; }

    /// <summary>Gets how many units are free in each period.</summary>
    public long FreeThreshold { get; init; }
}
