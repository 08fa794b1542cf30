namespace DodoUpsell;

/// <summary>Represents a plan change that is scheduled for the next renewal.</summary>
public sealed record ScheduledPlanChange : ApiObject
{
    /// <summary>Gets the id of the scheduled change.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the id of the new plan.</summary>
    public string ProductId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the name of the new plan.</summary>
    public string? ProductName { get; init; }

    /// <summary>Gets the description of the new plan.</summary>
    public string? ProductDescription { get; init; }

    /// <summary>Gets the quantity.</summary>
    public int Quantity { get; init; }

    /// <summary>Gets the add-ons of the subscription after the change.</summary>
    public IReadOnlyList<ScheduledAddon> Addons
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>
    /// Gets the time at which the change takes effect. It is set when the change is scheduled and can be in the past
    /// after a pause.
    /// </summary>
    public DateTimeOffset EffectiveAt { get; init; }

    /// <summary>Gets the time at which the change was scheduled.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}
