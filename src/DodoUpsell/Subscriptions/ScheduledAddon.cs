namespace DodoUpsell;

/// <summary>Represents an add-on of a scheduled plan change.</summary>
public sealed record ScheduledAddon : ApiObject
{
    /// <summary>Gets the add-on's id.</summary>
    public required string AddonId { get; init; }

    /// <summary>Gets the name of the add-on.</summary>
    public string Name
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the quantity.</summary>
    public int Quantity { get; init; }
}
