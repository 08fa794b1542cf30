namespace DodoUpsell;

/// <summary>A plan as a quote shows it: what the customer has, or will have.</summary>
public sealed record QuotedPlan
{
    /// <summary>Gets the plan.</summary>
    public required string ProductId { get; init; }

    /// <summary>Gets its name, if it has one.</summary>
    public string? Name { get; init; }

    /// <summary>Gets how many of it, such as seats.</summary>
    public int Quantity { get; init; }

    /// <summary>Gets its add-ons.</summary>
    public IReadOnlyList<AddonQuantity> Addons { get; init; } = [];

    /// <summary>Gets its discount codes, in order.</summary>
    public IReadOnlyList<string> DiscountCodes { get; init; } = [];

    /// <summary>
    /// Gets what each renewal costs, before tax unless <see cref="TaxInclusive"/>, with its discounts.
    /// </summary>
    public Money Recurring { get; init; }

    /// <summary>Gets whether the tax is inside <see cref="Recurring"/>.</summary>
    public bool TaxInclusive { get; init; }

    /// <summary>Number of <see cref="Interval"/>s between renewals.</summary>
    public int IntervalCount { get; init; }

    /// <summary>Gets the unit of <see cref="IntervalCount"/>.</summary>
    public TimeInterval Interval { get; init; }

    /// <summary>Gets when it renews next.</summary>
    public DateTimeOffset NextBillingDate { get; init; }

    /// <summary>The plan's id only.</summary>
    public override string ToString() => ProductId;

    internal bool IsPaidAlike(QuotedPlan other) =>
        TaxInclusive == other.TaxInclusive && IntervalCount == other.IntervalCount && Interval == other.Interval;

    internal bool IsSamePlan(QuotedPlan other) =>
        string.Equals(ProductId, other.ProductId, StringComparison.Ordinal)
        && Quantity == other.Quantity
        && PlanParts.Same(Addons, other.Addons);
}
