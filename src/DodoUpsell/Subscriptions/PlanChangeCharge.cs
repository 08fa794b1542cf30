namespace DodoUpsell;

/// <summary>Represents the charge that a plan change would make now.</summary>
public sealed record PlanChangeCharge : ApiObject
{
    /// <summary>Gets the time at which the change would take effect.</summary>
    public DateTimeOffset EffectiveAt { get; init; }

    /// <summary>
    /// Gets the line items of the charge. The sign of credit lines is not documented: rely on <see cref="Summary"/>.
    /// </summary>
    public IReadOnlyList<PlanChangeLineItem> LineItems
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Gets the totals of the charge.</summary>
    public PlanChangeSummary? Summary { get; init; }
}
