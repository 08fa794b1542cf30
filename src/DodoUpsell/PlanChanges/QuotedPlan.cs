namespace DodoUpsell;

/// <summary>Represents a plan in a quote: the current plan or the plan after the change.</summary>
public sealed record QuotedPlan
{
    /// <summary>Gets the product id of the plan.</summary>
    public required string ProductId { get; init; }

    /// <summary>Gets the name of the plan, or null if it has none.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the quantity of the plan, such as the number of seats.</summary>
    public int Quantity { get; init; }

    /// <summary>Gets the add-ons.</summary>
    public IReadOnlyList<AddonQuantity> Addons { get; init; } = [];

    /// <summary>Gets the discount codes, in order.</summary>
    public IReadOnlyList<string> DiscountCodes { get; init; } = [];

    /// <summary>
    /// Gets the price of each renewal including its discounts, before tax unless <see cref="TaxInclusive"/> is true.
    /// </summary>
    public Money Recurring { get; init; }

    /// <summary>Gets whether <see cref="Recurring"/> includes tax.</summary>
    public bool TaxInclusive { get; init; }

    /// <summary>Gets the number of <see cref="Interval"/> units between renewals.</summary>
    public int IntervalCount { get; init; }

    /// <summary>Gets the unit of <see cref="IntervalCount"/>.</summary>
    public TimeInterval Interval { get; init; }

    /// <summary>Gets the date of the next renewal.</summary>
    public DateTimeOffset NextBillingDate { get; init; }

    /// <summary>Returns the product id only.</summary>
    public override string ToString() => ProductId;

    internal bool IsPaidAlike(QuotedPlan other) =>
        TaxInclusive == other.TaxInclusive && IntervalCount == other.IntervalCount && Interval == other.Interval;

    internal bool IsSamePlan(QuotedPlan other) =>
        string.Equals(ProductId, other.ProductId, StringComparison.Ordinal)
        && Quantity == other.Quantity
        && PlanParts.Same(Addons, other.Addons);
}
