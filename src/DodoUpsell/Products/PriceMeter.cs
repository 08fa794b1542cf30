namespace DodoUpsell;

/// <summary>Something that a usage-based price meters.</summary>
public sealed record PriceMeter : ApiObject
{
    /// <summary>The meter's id.</summary>
    public required string MeterId { get; init; }

    /// <summary>What is metered.</summary>
    public string? Name { get; init; }

    /// <summary>More about it.</summary>
    public string? Description { get; init; }

    /// <summary>The unit it is counted in.</summary>
    public string? MeasurementUnit { get; init; }

    /// <summary>
    /// The price of one unit in the currency's minor units, as a decimal number in text; null when credits pay for it.
    /// </summary>
    public string? PricePerUnit { get; init; }

    /// <summary>How many units are free in each period.</summary>
    public long? FreeThreshold { get; init; }

    /// <summary>The kind of credits that pay for it, if any.</summary>
    public string? CreditEntitlementId { get; init; }

    /// <summary>How many units one credit pays for, as a decimal number in text.</summary>
    public string? MeterUnitsPerCredit { get; init; }
}
