namespace DodoUpsell;

/// <summary>
/// A new plan for a subscription (<c>POST /subscriptions/{subscription_id}/change-plan</c>;
/// <c>…/change-plan/preview</c> prices the same without changing anything).
/// </summary>
/// <remarks>
/// The whole new state: quantity, add-ons and discounts that are not sent again may be lost. What it costs is charged
/// to the saved method at once, and sending it again may charge again.
/// </remarks>
public sealed record ChangePlanRequest : ApiObject
{
    /// <summary>Gets the new plan; the present one to change seats, add-ons or discounts only.</summary>
    public required string ProductId { get; init; }

    /// <summary>Gets how many of it, at least 1. Send the present quantity again, or seats are lost.</summary>
    public required int Quantity { get; init; }

    /// <summary>
    /// Gets what is charged now. Scheduled changes take <see cref="ProrationMode.FullImmediately"/> only.
    /// </summary>
    public required ProrationMode ProrationBillingMode { get; init; }

    /// <summary>Gets the complete new list, each once. Left out or empty, all add-ons are removed.</summary>
    public IReadOnlyList<AddonQuantity>? Addons { get; init; }

    /// <summary>
    /// Replaces all discount codes, at most 20; empty removes them. Left out, only those that are preserved on a plan
    /// change and fit the new plan stay.
    /// </summary>
    public IReadOnlyList<string>? DiscountCodes { get; init; }

    /// <summary>Gets a single code; superseded by <see cref="DiscountCodes"/> and not to be combined with it.</summary>
    public string? DiscountCode { get; init; }

    /// <summary>Gets when it takes effect; at once by default.</summary>
    public PlanChangeTiming? EffectiveAt { get; init; }

    /// <summary>
    /// Gets what becomes of it when the payment fails; your business's setting by default, and without one the plan is
    /// changed unpaid. Choose <see cref="PaymentFailurePolicy.PreventChange"/> for upsells.
    /// </summary>
    public PaymentFailurePolicy? OnPaymentFailure { get; init; }

    /// <summary>Your own data for the payment it makes; the subscription's own by default.</summary>
    public Metadata? Metadata { get; init; }

    /// <summary>
    /// Gets whether currency conversion fees are inside the price; as the subscription has it by default.
    /// </summary>
    public bool? AdaptiveCurrencyFeesInclusive { get; init; }

    /// <summary>
    /// Gets whether the customer pays on a page instead of the saved method being charged. Newer than the contract; for
    /// immediate changes that are prevented when the payment fails, and your business must be enabled for it.
    /// </summary>
    public bool? CollectViaPaymentLink { get; init; }

    /// <summary>
    /// Gets whether it replaces a change that is scheduled already; without it that is a conflict. Newer than the
    /// contract.
    /// </summary>
    public bool? CancelScheduledChangePlan { get; init; }

    internal void Validate()
    {
        Check.NotBlank(ProductId, nameof(ProductId));
        Check.AtLeast(Quantity, 1, nameof(Quantity));
        Check.Given(ProrationBillingMode, nameof(ProrationBillingMode));
        AddonQuantity.ValidateAll(Addons, nameof(Addons));
        Check.DiscountCodes(DiscountCode, nameof(DiscountCode), DiscountCodes, nameof(DiscountCodes));
        if (EffectiveAt == PlanChangeTiming.NextBillingDate)
            ValidateSchedule();
        Check.That(
            CollectViaPaymentLink != true || OnPaymentFailure != PaymentFailurePolicy.ApplyChange,
            nameof(OnPaymentFailure),
            "must prevent the change when it is paid for on a page"
        );
        Check.Metadata(Metadata, nameof(Metadata));
    }

    private void ValidateSchedule()
    {
        Check.That(
            ProrationBillingMode == ProrationMode.FullImmediately,
            nameof(ProrationBillingMode),
            "must be FullImmediately when the change is scheduled"
        );
        Check.That(
            CollectViaPaymentLink != true,
            nameof(CollectViaPaymentLink),
            "is for changes that take effect at once"
        );
    }
}
