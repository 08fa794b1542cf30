namespace DodoUpsell;

/// <summary>Something that a previewed product meters.</summary>
public sealed record CheckoutPreviewMeter : ApiObject
{
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

    /// <summary>Gets the price of one unit, as a decimal number in text.</summary>
    public string PricePerUnit
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets how many units are free in each period.</summary>
    public long? FreeThreshold { get; init; }
}
