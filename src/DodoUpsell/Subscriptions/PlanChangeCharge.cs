namespace DodoUpsell;

/// <summary>What a plan change would charge now.</summary>
public sealed record PlanChangeCharge : ApiObject
{
    /// <summary>When the change would take effect.</summary>
    public DateTimeOffset EffectiveAt { get; init; }

    /// <summary>
    /// How it comes about. How credit lines are signed is not documented: rely on <see cref="Summary"/>.
    /// </summary>
    public IReadOnlyList<PlanChangeLineItem> LineItems
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>What it comes to.</summary>
    public PlanChangeSummary? Summary { get; init; }
}
