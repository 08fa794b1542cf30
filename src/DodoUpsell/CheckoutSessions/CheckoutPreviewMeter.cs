namespace DodoUpsell;

/// <summary>Represents a meter of a previewed product.</summary>
public sealed record CheckoutPreviewMeter : ApiObject
{
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

    /// <summary>Gets the price of one unit, as a decimal number in text.</summary>
    public string PricePerUnit
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the number of free units in each period.</summary>
    public long? FreeThreshold { get; init; }
}
