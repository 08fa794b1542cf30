namespace DodoUpsell;

/// <summary>A plan change that waits for the next renewal.</summary>
public sealed record ScheduledPlanChange : ApiObject
{
    /// <summary>The scheduled change's id.</summary>
    public required string Id { get; init; }

    /// <summary>The new plan.</summary>
    public string ProductId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>The new plan's name.</summary>
    public string? ProductName { get; init; }

    /// <summary>The new plan's description.</summary>
    public string? ProductDescription { get; init; }

    /// <summary>How many of it.</summary>
    public int Quantity { get; init; }

    /// <summary>The add-ons it will have.</summary>
    public IReadOnlyList<ScheduledAddon> Addons
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>When it is due. Taken when it was scheduled: after a pause it can lie in the past.</summary>
    public DateTimeOffset EffectiveAt { get; init; }

    /// <summary>When it was scheduled.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}
