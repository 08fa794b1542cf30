using static DodoUpsell.PlanChangeRefusalReason;

namespace DodoUpsell.PlanChanges;

/// <summary>
/// Why plan changes are refused: the API's codes by name, and what is wrong with a subscription or a request before
/// anything is asked.
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

    public static PlanChangeRefusal Of(DodoApiException refused) => Of(refused.Code, refused.Message);

    public static PlanChangeRefusal Of(DodoErrorCode code, string explanation) =>
        new(ByCode.GetValueOrDefault(code, RefusedByApi), code, explanation);

    /// <summary>The refusal that a record keeps.</summary>
    public static PlanChangeRefusal Of(ChargeRefusal? kept) =>
        kept switch
        {
            null => Of(default, "The change was refused."),
            { Reason: ChargeRefusalReason.ClockNotTrusted } => Ours(ClockNotTrusted, kept.Explanation),
            _ => Of(kept.Code, kept.Explanation),
        };

    public static PlanChangeRefusal Ours(PlanChangeRefusalReason reason, string explanation) =>
        new(reason, default, explanation);

    /// <summary>What keeps a subscription from changing its plan at all, in the API's order.</summary>
    public static PlanChangeRefusal? Check(Subscription subscription, PlanChangeRequest request)
    {
        if (subscription.Status != SubscriptionStatus.Active)
        {
            var advice =
                subscription.Status == SubscriptionStatus.OnHold
                    ? " Recover it first, with another payment method."
                    : "";
            return Ours(
                NotActive,
                $"The subscription is {subscription.Status}; only active ones change their plan.{advice}"
            );
        }

        if (subscription.OnDemand)
            return Ours(OnDemand, "On-demand subscriptions cannot change their plan.");
        if (subscription.CancelAtNextBillingDate)
            return Ours(
                CancellationScheduled,
                "The subscription ends at its next billing date. Take the cancellation back first, with the "
                    + "customer's consent."
            );
        if (subscription.ScheduledChange is not null && !request.ReplaceScheduled)
            return Ours(
                ChangeScheduled,
                $"A plan change is scheduled already. Cancel it first, or set "
                    + $"{nameof(PlanChangeRequest.ReplaceScheduled)}."
            );
        return null;
    }

    /// <summary>What is wrong with a request, whatever the subscription is like.</summary>
    public static PlanChangeRefusal? Check(PlanChangeRequest request)
    {
        if (request.Quantity < 1)
            return Ours(WrongQuantity, "A plan has at least 1 seat. To end the subscription, cancel it.");
        if (request.IsScheduled && request.Mode is { } mode && mode != ProrationMode.FullImmediately)
            return Ours(
                WrongModeForSchedule,
                $"A change at the next billing date takes {nameof(ProrationMode.FullImmediately)} only. Leave the "
                    + $"mode out."
            );
        if (
            request.CollectViaPaymentLink
            && (request.IsScheduled || request.OnPaymentFailure != PaymentFailurePolicy.PreventChange)
        )
            return Ours(
                WrongPaymentLink,
                $"Payment on a page needs a change at once, and {nameof(PaymentFailurePolicy.PreventChange)}."
            );
        return null;
    }

    /// <summary>What is wrong with the plan that is wanted.</summary>
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
                $"There is no product {productId}. Products of test and live mode are kept apart."
            );
        if (!target.IsRecurring)
            return Ours(NotAPlan, $"{productId} is sold once and is no plan. Sell it with {nameof(CrossSellFlow)}.");
        if (
            PlanPrice.Of(target) is { } price
            && price.Amount.Currency != subscription.Currency
            && subscription.Currency.Value.Length > 0
            && target.PricingMode is null
        )
            return Ours(
                OtherCurrency,
                $"{productId} is priced in {price.Amount.Currency} and the subscription in "
                    + $"{subscription.Currency}. A plan change keeps the currency."
            );
        return
            addons.FirstOrDefault(addon => target.Addons?.Contains(addon.AddonId, StringComparer.Ordinal) != true)
                is { } foreign
            ? Ours(
                WrongAddon,
                $"The add-on {foreign.AddonId} does not belong to {productId}. Attach it there, or drop it by "
                    + $"name: Addons = AddonSelection.None, AddonSelection.Without or AddonSelection.Exactly."
            )
            : null;
    }
}
