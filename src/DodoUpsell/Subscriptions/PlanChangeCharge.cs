namespace DodoUpsell;

/// <summary>What a plan change would charge now.</summary>
public sealed record PlanChangeCharge : ApiObject
{
    /// <summary>Gets when the change would take effect.</summary>
    public DateTimeOffset EffectiveAt { get; init; }

    /// <summary>
    /// Gets how it comes about. How credit lines are signed is not documented: rely on <see cref="Summary"/>.
    /// </summary>
    public IReadOnlyList<PlanChangeLineItem> LineItems
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Gets what it comes to.</summary>
    public PlanChangeSummary? Summary { get; init; }
}
