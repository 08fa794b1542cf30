namespace DodoUpsell;

/// <summary>Something that a usage-based price meters.</summary>
public sealed record PriceMeter : ApiObject
{
    /// <summary>Gets the meter's id.</summary>
    public required string MeterId { get; init; }

    /// <summary>Gets what is metered.</summary>
    public string? Name { get; init; }

    /// <summary>More about it.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the unit it is counted in.</summary>
    public string? MeasurementUnit { get; init; }

    /// <summary>
    /// Gets the price of one unit in the currency's minor units, as a decimal number in text; null when credits pay for
    /// it.
    /// </summary>
    public string? PricePerUnit { get; init; }

    /// <summary>Gets how many units are free in each period.</summary>
    public long? FreeThreshold { get; init; }

    /// <summary>Gets the kind of credits that pay for it, if any.</summary>
    public string? CreditEntitlementId { get; init; }

    /// <summary>Gets how many units one credit pays for, as a decimal number in text.</summary>
    public string? MeterUnitsPerCredit { get; init; }
}
