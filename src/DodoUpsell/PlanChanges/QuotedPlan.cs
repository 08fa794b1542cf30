namespace DodoUpsell;

/// <summary>A plan as a quote shows it: what the customer has, or will have.</summary>
public sealed record QuotedPlan
{
    /// <summary>The plan.</summary>
    public required string ProductId { get; init; }

    /// <summary>Its name, if it has one.</summary>
    public string? Name { get; init; }

    /// <summary>How many of it, such as seats.</summary>
    public int Quantity { get; init; }

    /// <summary>Its add-ons.</summary>
    public IReadOnlyList<AddonQuantity> Addons { get; init; } = [];

    /// <summary>Its discount codes, in order.</summary>
    public IReadOnlyList<string> DiscountCodes { get; init; } = [];

    /// <summary>What each renewal costs, before tax unless <see cref="TaxInclusive"/>, with its discounts.</summary>
    public Money Recurring { get; init; }

    /// <summary>Whether the tax is inside <see cref="Recurring"/>.</summary>
    public bool TaxInclusive { get; init; }

    /// <summary>Number of <see cref="Interval"/>s between renewals.</summary>
    public int IntervalCount { get; init; }

    /// <summary>The unit of <see cref="IntervalCount"/>.</summary>
    public TimeInterval Interval { get; init; }

    /// <summary>When it renews next.</summary>
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
