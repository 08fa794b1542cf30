namespace DodoUpsell;

/// <summary>
/// Represents a plan change of a subscription (<c>POST /subscriptions/{subscription_id}/change-plan</c>).
/// <c>…/change-plan/preview</c> computes the price of the same request without changing anything.
/// </summary>
/// <remarks>
/// The request describes the whole new state: the quantity, add-ons and discounts that it does not repeat may be lost.
/// The cost of the change is charged to the saved payment method at once, and sending the request again may charge it
/// again.
/// </remarks>
public sealed record ChangePlanRequest : ApiObject
{
    /// <summary>Gets the id of the new plan. Use the current plan to change only seats, add-ons or discounts.</summary>
    public required string ProductId { get; init; }

    /// <summary>Gets the new quantity. Must be at least 1. Repeat the current quantity to keep the seats.</summary>
    public required int Quantity { get; init; }

    /// <summary>
    /// Gets how the change is charged now. Scheduled changes accept only <see cref="ProrationMode.FullImmediately"/>.
    /// </summary>
    public required ProrationMode ProrationBillingMode { get; init; }

    /// <summary>
    /// Gets the complete new list of add-ons, each at most once. If it is null or empty, all add-ons are removed.
    /// </summary>
    public IReadOnlyList<AddonQuantity>? Addons { get; init; }

    /// <summary>
    /// Gets the discount codes that replace all current ones, at most 20. An empty list removes all codes. Null keeps
    /// only the codes that are preserved on plan changes and fit the new plan.
    /// </summary>
    public IReadOnlyList<string>? DiscountCodes { get; init; }

    /// <summary>
    /// Gets a single discount code. Superseded by <see cref="DiscountCodes"/>; the two cannot be combined.
    /// </summary>
    public string? DiscountCode { get; init; }

    /// <summary>Gets when the change takes effect. By default, it takes effect immediately.</summary>
    public PlanChangeTiming? EffectiveAt { get; init; }

    /// <summary>
    /// Gets what happens to the change if its payment fails. The default is the setting of your business; without such
    /// a setting, the plan is changed although it is not paid. Use <see cref="PaymentFailurePolicy.PreventChange"/> for
    /// upsells.
    /// </summary>
    public PaymentFailurePolicy? OnPaymentFailure { get; init; }

    /// <summary>
    /// Gets your own metadata of the resulting payment. The default is the metadata of the subscription.
    /// </summary>
    public Metadata? Metadata { get; init; }

    /// <summary>
    /// Gets whether the price includes the currency conversion fees. The default is the setting of the subscription.
    /// </summary>
    public bool? AdaptiveCurrencyFeesInclusive { get; init; }

    /// <summary>
    /// Gets whether the customer pays on a hosted page instead of by the saved payment method. Only for changes that
    /// take effect immediately and are prevented if the payment fails; it must be enabled for your business. Newer than
    /// version 1.113.0 of the API description.
    /// </summary>
    public bool? CollectViaPaymentLink { get; init; }

    /// <summary>
    /// Gets whether the change replaces a scheduled change. Otherwise, an existing scheduled change causes a conflict.
    /// Newer than version 1.113.0 of the API description.
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
            "must not be ApplyChange when CollectViaPaymentLink is true"
        );
        Check.Metadata(Metadata, nameof(Metadata));
    }

    private void ValidateSchedule()
    {
        Check.That(
            ProrationBillingMode == ProrationMode.FullImmediately,
            nameof(ProrationBillingMode),
            "must be FullImmediately when EffectiveAt is NextBillingDate"
        );
        Check.That(
            CollectViaPaymentLink != true,
            nameof(CollectViaPaymentLink),
            "must not be true when EffectiveAt is NextBillingDate"
        );
    }
}
