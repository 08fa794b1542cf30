namespace DodoUpsell;

/// <summary>Something that a previewed product meters.</summary>
public sealed record CheckoutPreviewMeter : ApiObject
{
    /// <summary>What is metered.</summary>
    public string Name
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>More about it.</summary>
    public string? Description { get; init; }

    /// <summary>The unit it is counted in.</summary>
    public string MeasurementUnit
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>The price of one unit, as a decimal number in text.</summary>
    public string PricePerUnit
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>How many units are free in each period.</summary>
    public long? FreeThreshold { get; init; }
}
