namespace DodoUpsell;

/// <summary>A plan change that waits for the next renewal.</summary>
public sealed record ScheduledPlanChange : ApiObject
{
    /// <summary>Gets the scheduled change's id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the new plan.</summary>
    public string ProductId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the new plan's name.</summary>
    public string? ProductName { get; init; }

    /// <summary>Gets the new plan's description.</summary>
    public string? ProductDescription { get; init; }

    /// <summary>Gets how many of it.</summary>
    public int Quantity { get; init; }

    /// <summary>Gets the add-ons it will have.</summary>
    public IReadOnlyList<ScheduledAddon> Addons
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Gets when it is due. Taken when it was scheduled: after a pause it can lie in the past.</summary>
    public DateTimeOffset EffectiveAt { get; init; }

    /// <summary>Gets when it was scheduled.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}
