namespace DodoUpsell;

/// <summary>
/// A wanted change of a subscription's plan, seats, add-ons or discounts. What is not said stays as it is.
/// </summary>
public sealed record PlanChangeRequest
{
    /// <summary>Gets the subscription, <c>sub_…</c>. Make sure that it belongs to the customer who asks.</summary>
    public required string SubscriptionId { get; init; }

    /// <summary>Gets the new plan; null keeps the present one.</summary>
    public string? ProductId { get; init; }

    /// <summary>Gets the new number of seats, at least 1; null keeps the present one.</summary>
    public int? Quantity { get; init; }

    /// <summary>Gets what becomes of the add-ons; all are kept by default.</summary>
    public AddonSelection Addons
    {
        get;
        init => field = value ?? AddonSelection.Keep;
    } = AddonSelection.Keep;

    /// <summary>
    /// Gets what becomes of the discounts; by default those stay that the API preserves on a plan change, and the quote
    /// lists the others.
    /// </summary>
    public DiscountSelection Discounts
    {
        get;
        init => field = value ?? DiscountSelection.Preserved;
    } = DiscountSelection.Preserved;

    /// <summary>
    /// Gets what is charged now: <see cref="ProrationMode.DifferenceImmediately"/> by default; scheduled changes take
    /// <see cref="ProrationMode.FullImmediately"/> only, and have it by default.
    /// </summary>
    public ProrationMode? Mode { get; init; }

    /// <summary>At once by default, or at the next renewal.</summary>
    public PlanChangeTiming Timing { get; init; } = PlanChangeTiming.Immediately;

    /// <summary>Gets what becomes of the change when its payment fails; by default the old plan stands.</summary>
    public PaymentFailurePolicy OnPaymentFailure { get; init; } = PaymentFailurePolicy.PreventChange;

    /// <summary>
    /// Gets whether the customer pays on a page, where 3-D Secure and UPI work; false by default. Newer than the
    /// contract, and your business must be enabled for it.
    /// </summary>
    public bool CollectViaPaymentLink { get; init; }

    /// <summary>
    /// Gets whether it takes the place of a change that is scheduled already; false by default, which refuses. Newer
    /// than the contract.
    /// </summary>
    public bool ReplaceScheduled { get; init; }

    /// <summary>
    /// Gets whether a downgrade may give the full difference back in the period in which an upgrade was paid in part
    /// only; false by default.
    /// </summary>
    public bool AllowCreditPingPong { get; init; }

    /// <summary>
    /// Gets whether currency conversion fees are inside the price; as the subscription has it by default.
    /// </summary>
    public bool? AdaptiveCurrencyFeesInclusive { get; init; }

    /// <summary>Your own data for the payment; at most 48 pairs, never secrets.</summary>
    public Metadata? Metadata { get; init; }

    internal bool IsScheduled => Timing == PlanChangeTiming.NextBillingDate;

    internal void Validate()
    {
        Check.NotBlank(SubscriptionId, nameof(SubscriptionId));
        Check.NotBlankIfGiven(ProductId, nameof(ProductId));
        Check.Given(Timing, nameof(Timing));
        Check.Given(OnPaymentFailure, nameof(OnPaymentFailure));
        if (Mode is { } mode)
            Check.Given(mode, nameof(Mode));
        ChargeReference.RefuseInCallers(Metadata, nameof(Metadata));
    }
}
