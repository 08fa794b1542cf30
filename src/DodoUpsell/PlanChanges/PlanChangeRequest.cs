namespace DodoUpsell;

/// <summary>
/// Represents a change of a subscription's plan, seats, add-ons or discounts. Properties that are not set leave the
/// current value unchanged.
/// </summary>
public sealed record PlanChangeRequest
{
    /// <summary>
    /// Gets the id of the subscription, <c>sub_…</c>. Make sure that it belongs to the authenticated customer.
    /// </summary>
    public required string SubscriptionId { get; init; }

    /// <summary>Gets the id of the new plan, or null to keep the current plan.</summary>
    public string? ProductId { get; init; }

    /// <summary>Gets the new number of seats, at least 1, or null to keep the current number.</summary>
    public int? Quantity { get; init; }

    /// <summary>Gets the selection of add-ons. By default all are kept.</summary>
    public AddonSelection Addons
    {
        get;
        init => field = value ?? AddonSelection.Keep;
    } = AddonSelection.Keep;

    /// <summary>
    /// Gets the selection of discounts. By default the codes that the API preserves on a plan change are kept, and the
    /// quote lists the others.
    /// </summary>
    public DiscountSelection Discounts
    {
        get;
        init => field = value ?? DiscountSelection.Preserved;
    } = DiscountSelection.Preserved;

    /// <summary>
    /// Gets the proration mode, which determines the amount charged now. The default is
    /// <see cref="ProrationMode.DifferenceImmediately"/>. Scheduled changes support only
    /// <see cref="ProrationMode.FullImmediately"/>, which is their default.
    /// </summary>
    public ProrationMode? Mode { get; init; }

    /// <summary>
    /// Gets the time at which the change takes effect: immediately, which is the default, or at the next renewal.
    /// </summary>
    public PlanChangeTiming Timing { get; init; } = PlanChangeTiming.Immediately;

    /// <summary>
    /// Gets the policy for a failed payment of the change. By default the change is not applied and the old plan
    /// remains.
    /// </summary>
    public PaymentFailurePolicy OnPaymentFailure { get; init; } = PaymentFailurePolicy.PreventChange;

    /// <summary>
    /// Gets whether the customer pays on a page, where 3-D Secure and UPI are possible. The default is false. Newer
    /// than the API contract; your business must be enabled for it.
    /// </summary>
    public bool CollectViaPaymentLink { get; init; }

    /// <summary>
    /// Gets whether the change replaces a change that is already scheduled. The default is false, which refuses the
    /// change. Newer than the API contract.
    /// </summary>
    public bool ReplaceScheduled { get; init; }

    /// <summary>
    /// Gets whether a downgrade may return the full difference in a period in which an upgrade was paid only in part.
    /// The default is false.
    /// </summary>
    public bool AllowCreditPingPong { get; init; }

    /// <summary>
    /// Gets whether currency conversion fees are included in the price, or null for the subscription's current setting.
    /// </summary>
    public bool? AdaptiveCurrencyFeesInclusive { get; init; }

    /// <summary>Gets your own metadata for the payment, at most 48 entries. Never include secrets.</summary>
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
