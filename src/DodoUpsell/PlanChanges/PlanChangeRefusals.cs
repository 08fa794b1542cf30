using static DodoUpsell.PlanChangeRefusalReason;

namespace DodoUpsell.PlanChanges;

/// <summary>
/// Determines why a plan change is refused: maps the API's codes to reasons, and validates the subscription and the
/// request before anything is sent.
/// </summary>
internal static class PlanChangeRefusals
{
    private static readonly Dictionary<DodoErrorCode, PlanChangeRefusalReason> ByCode = new()
    {
        [DodoErrorCode.InactiveSubscriptionPlanChangeNotSupported] = NotActive,
        [DodoErrorCode.SubscriptionInactive] = NotActive,
        [DodoErrorCode.SubscriptionExpired] = NotActive,
        [DodoErrorCode.OnDemandPlanChangeNotSupported] = OnDemand,
        [DodoErrorCode.PlanChangeNotAllowedForScheduledCancellation] = CancellationScheduled,
        [DodoErrorCode.PendingPlanChangeExists] = ChangePending,
        [new DodoErrorCode("PendingPlanChangeExists")] = ChangePending,
        [DodoErrorCode.PreviousPaymentPending] = ChangePending,
        [DodoErrorCode.ScheduledPlanChangeExists] = ChangeScheduled,
        [DodoErrorCode.ProductIsDeleted] = UnknownProduct,
        [DodoErrorCode.UnsupportedCurrency] = OtherCurrency,
        [DodoErrorCode.UnsupportedBillingCurrency] = OtherCurrency,
        [DodoErrorCode.InvalidQuantity] = WrongQuantity,
        [DodoErrorCode.MissingAddonIds] = WrongAddon,
        [DodoErrorCode.DuplicateAddonIdsInRequest] = WrongAddon,
        [DodoErrorCode.AddonsInUsageBasedBillingNotSupported] = WrongAddon,
        [DodoErrorCode.InvalidProrationModeWithNextBillingDate] = WrongModeForSchedule,
        [DodoErrorCode.DiscountCodeUsageLimitExceeded] = WrongDiscount,
        [DodoErrorCode.DiscountPerCustomerUsageLimitExceeded] = WrongDiscount,
        [DodoErrorCode.DiscountCodeExpired] = WrongDiscount,
        [DodoErrorCode.DiscountNotYetActive] = WrongDiscount,
        [DodoErrorCode.DiscountCustomerNotEligible] = WrongDiscount,
        [DodoErrorCode.DiscountMinimumSubtotalNotMet] = WrongDiscount,
        [DodoErrorCode.DiscountNotAvailableForProduct] = WrongDiscount,
        [DodoErrorCode.DiscountNotApplicableToNewProduct] = WrongDiscount,
        [DodoErrorCode.DiscountAlreadyUsedOnSubscription] = WrongDiscount,
        [DodoErrorCode.InvalidDiscountCode] = WrongDiscount,
    };

    public static PlanChangeRefusal UnknownSubscription { get; } =
        Ours(
            PlanChangeRefusalReason.UnknownSubscription,
            "The subscription does not exist. Test and live mode have separate subscriptions."
        );

    public static PlanChangeRefusal Of(DodoApiException refused) => Of(refused.Code, refused.Message);

    public static PlanChangeRefusal Of(DodoErrorCode code, string explanation) =>
        new(ByCode.GetValueOrDefault(code, RefusedByApi), code, explanation);

    /// <summary>Converts the refusal stored in a record.</summary>
    public static PlanChangeRefusal Of(ChargeRefusal? kept) =>
        kept switch
        {
            null => Of(default, "The change was refused."),
            { Reason: ChargeRefusalReason.ClockNotTrusted } => Ours(ClockNotTrusted, kept.Explanation),
            _ => Of(kept.Code, kept.Explanation),
        };

    public static PlanChangeRefusal Ours(PlanChangeRefusalReason reason, string explanation) =>
        new(reason, default, explanation);

    /// <summary>
    /// Returns the reason why the subscription's plan cannot be changed at all, or null. The checks are in the API's
    /// order.
    /// </summary>
    public static PlanChangeRefusal? Check(Subscription subscription, PlanChangeRequest request)
    {
        if (subscription.Status != SubscriptionStatus.Active)
        {
            var advice =
                subscription.Status == SubscriptionStatus.OnHold
                    ? " Recover it first with another payment method."
                    : "";
            return Ours(
                NotActive,
                $"The subscription is {subscription.Status}; only active subscriptions can change their plan.{advice}"
            );
        }

        if (subscription.OnDemand)
            return Ours(OnDemand, "On-demand subscriptions cannot change their plan.");
        if (subscription.CancelAtNextBillingDate)
            return Ours(
                CancellationScheduled,
                "The subscription ends at its next billing date. Revoke the cancellation first, with the customer's "
                    + "consent."
            );
        if (subscription.ScheduledChange is not null && !request.ReplaceScheduled)
            return Ours(
                ChangeScheduled,
                $"A plan change is already scheduled. Cancel it first, or set "
                    + $"{nameof(PlanChangeRequest.ReplaceScheduled)}."
            );
        return null;
    }

    /// <summary>Returns the reason why a request is invalid for any subscription, or null.</summary>
    public static PlanChangeRefusal? Check(PlanChangeRequest request)
    {
        if (request.Quantity < 1)
            return Ours(WrongQuantity, "The number of seats must be at least 1. To end the subscription, cancel it.");
        if (request.IsScheduled && request.Mode is { } mode && mode != ProrationMode.FullImmediately)
            return Ours(
                WrongModeForSchedule,
                $"A change at the next billing date supports only {nameof(ProrationMode.FullImmediately)}. Do not set "
                    + $"another mode."
            );
        if (
            request.CollectViaPaymentLink
            && (request.IsScheduled || request.OnPaymentFailure != PaymentFailurePolicy.PreventChange)
        )
            return Ours(
                WrongPaymentLink,
                $"Payment on a page requires an immediate change with {nameof(PaymentFailurePolicy.PreventChange)}."
            );
        return null;
    }

    /// <summary>Returns the reason why the requested plan cannot be used, or null.</summary>
    public static PlanChangeRefusal? Check(
        Product? target,
        string productId,
        IReadOnlyList<AddonQuantity> addons,
        Subscription subscription
    )
    {
        if (target is null)
            return Ours(
                UnknownProduct,
                $"The product {productId} does not exist. Test and live mode have separate products."
            );
        if (!target.IsRecurring)
            return Ours(
                NotAPlan,
                $"{productId} is a one-time product, not a plan. Sell it with {nameof(CrossSellFlow)}."
            );
        if (
            PlanPrice.Of(target) is { } price
            && price.Amount.Currency != subscription.Currency
            && subscription.Currency.Value.Length > 0
            && target.PricingMode is null
        )
            return Ours(
                OtherCurrency,
                $"{productId} is priced in {price.Amount.Currency}, but the subscription is in "
                    + $"{subscription.Currency}. A plan change cannot change the currency."
            );
        return
            addons.FirstOrDefault(addon => target.Addons?.Contains(addon.AddonId, StringComparer.Ordinal) != true)
                is { } foreign
            ? Ours(
                WrongAddon,
                $"The add-on {foreign.AddonId} does not belong to {productId}. Attach it there, or remove it "
                    + $"explicitly: Addons = AddonSelection.None, AddonSelection.Without or AddonSelection.Exactly."
            )
            : null;
    }
}
