namespace DodoUpsell;

/// <summary>An add-on of a scheduled plan change.</summary>
public sealed record ScheduledAddon : ApiObject
{
    /// <summary>The add-on's id.</summary>
    public required string AddonId { get; init; }

    /// <summary>Its name.</summary>
    public string Name
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>How many.</summary>
    public int Quantity { get; init; }
}
