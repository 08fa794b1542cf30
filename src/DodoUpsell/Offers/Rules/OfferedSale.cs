using System.Diagnostics.CodeAnalysis;

namespace DodoUpsell;

/// <summary>Represents what an offer sells. The set of cases is closed.</summary>
[SuppressMessage(
    "Design",
    "CA1034:Nested types should not be visible",
    Justification = "The cases of a closed set are read as OfferedSale.Products."
)]
public abstract record OfferedSale
{
    private OfferedSale() { }

    /// <summary>Returns the name of the case only.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>
    /// One or several products: one-time products, or subscriptions. If the subject has another subscription of the same
    /// <see cref="OfferFamily"/>, that one is changed instead of adding a second one.
    /// </summary>
    public sealed record Products : OfferedSale
    {
        /// <summary>Gets the products, 1 to 20.</summary>
        public required IReadOnlyList<CheckoutItem> Items { get; init; }

        /// <summary>Gets the trial settings of a subscription product, or null for those of the product.</summary>
        public CheckoutSubscriptionData? SubscriptionData { get; init; }

        /// <summary>
        /// Gets the proration mode if a subscription of the same family is changed instead, or null for
        /// <see cref="ProrationMode.DifferenceImmediately"/>.
        /// </summary>
        public ProrationMode? ReplaceMode { get; init; }
    }

    /// <summary>A change of the plan that the subject has.</summary>
    public sealed record PlanChange : OfferedSale
    {
        /// <summary>Gets the product id of the new plan.</summary>
        public required string ProductId { get; init; }

        /// <summary>
        /// Gets the product ids of the plans that can be changed, or empty for those of the new plan's
        /// <see cref="OfferFamily"/>.
        /// </summary>
        public IReadOnlyList<string> From
        {
            get;
            init => field = value ?? [];
        } = [];

        /// <summary>Gets the number of seats after the change, or null for the current number.</summary>
        public int? Quantity { get; init; }

        /// <summary>
        /// Gets the proration mode, or null for <see cref="ProrationMode.DifferenceImmediately"/>. Use
        /// <see cref="ProrationMode.FullImmediately"/> if customers wait with an upgrade until the end of a period.
        /// </summary>
        public ProrationMode? Mode { get; init; }

        /// <summary>Gets the time at which the change takes effect: immediately, or at the next renewal.</summary>
        public PlanChangeTiming Timing { get; init; } = PlanChangeTiming.Immediately;
    }

    /// <summary>An add-on for a plan that the subject has.</summary>
    public sealed record Addon : OfferedSale
    {
        /// <summary>Gets the id of the add-on.</summary>
        public required string AddonId { get; init; }

        /// <summary>Gets the quantity after the change. Must be at least 1.</summary>
        public int Quantity { get; init; } = 1;

        /// <summary>Gets the product ids of the plans that the add-on is for.</summary>
        public required IReadOnlyList<string> For { get; init; }

        /// <summary>Gets the proration mode, or null for <see cref="ProrationMode.DifferenceImmediately"/>.</summary>
        public ProrationMode? Mode { get; init; }
    }
}

/// <summary>
/// Represents products of which a subject has at most one subscription, such as the plans of one service.
/// </summary>
/// <param name="Name">The name of the family.</param>
/// <param name="ProductIds">The ids of the subscription products.</param>
public sealed record OfferFamily(string Name, IReadOnlyList<string> ProductIds)
{
    /// <summary>Returns the name of the type only.</summary>
    public override string ToString() => nameof(OfferFamily);
}

/// <summary>
/// Represents a discount of an offer. Its limits are checked by the SDK before the code is used, in addition to those
/// of the API.
/// </summary>
public sealed record OfferDiscount
{
    /// <summary>Gets the discount code.</summary>
    public required string Code { get; init; }

    /// <summary>Gets how often one subject can use the code, or null if there is no limit.</summary>
    /// <value>The default is 1.</value>
    public int? UsesPerSubject { get; init; } = 1;

    /// <summary>Gets whether the code is only for subjects who have never paid before this purchase.</summary>
    public bool FirstTimeBuyersOnly { get; init; }

    /// <summary>Gets the time at which the code ends, in UTC, or null if there is none.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>Returns the name of the type only.</summary>
    public override string ToString() => nameof(OfferDiscount);
}
