namespace DodoUpsell;

/// <summary>An add-on of a scheduled plan change.</summary>
public sealed record ScheduledAddon : ApiObject
{
    /// <summary>Gets the add-on's id.</summary>
    public required string AddonId { get; init; }

    /// <summary>Gets its name.</summary>
    public string Name
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets how many.</summary>
    public int Quantity { get; init; }
}
