namespace DodoUpsell;

/// <summary>Represents a meter of a usage-based price.</summary>
public sealed record PriceMeter : ApiObject
{
    /// <summary>Gets the meter's id.</summary>
    public required string MeterId { get; init; }

    /// <summary>Gets the name of the meter.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the description of the meter.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the unit of measurement.</summary>
    public string? MeasurementUnit { get; init; }

    /// <summary>
    /// Gets the price of one unit in minor units of the currency, as a decimal number in text, or null if credits pay
    /// for it.
    /// </summary>
    public string? PricePerUnit { get; init; }

    /// <summary>Gets the number of free units in each period.</summary>
    public long? FreeThreshold { get; init; }

    /// <summary>Gets the id of the credit entitlement that pays for the usage, or null if there is none.</summary>
    public string? CreditEntitlementId { get; init; }

    /// <summary>Gets the number of units that one credit pays for, as a decimal number in text.</summary>
    public string? MeterUnitsPerCredit { get; init; }
}
