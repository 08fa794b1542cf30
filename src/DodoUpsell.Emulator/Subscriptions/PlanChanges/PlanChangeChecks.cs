using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Subscriptions.PlanChanges;

/// <summary>Checks whether a subscription may change its plan now. The order of the checks is the API's.</summary>
internal static class PlanChangeChecks
{
    public static void Require(Subscription subscription, ChangePlanRequest request)
    {
        if (!subscription.IsActive)
            throw ApiException.Unprocessable(
                ErrorCodes.InactivePlanChange,
                $"the subscription is {subscription.Status}, not active"
            );
        if (subscription.IsOnDemand)
            throw ApiException.Unprocessable(
                ErrorCodes.OnDemandPlanChange,
                "an on-demand subscription cannot change its plan"
            );
        if (subscription.CancelAtNextBillingDate)
            throw ApiException.Unprocessable(
                ErrorCodes.PlanChangeDuringScheduledCancellation,
                "the subscription ends at the next billing date"
            );
        if (subscription.PendingChange is not null)
            throw new ApiException(
                409,
                ErrorCodes.PendingPlanChangeExists,
                "a plan change still waits for its payment"
            );
        if (subscription.HasOpenPayment)
            throw new ApiException(409, ErrorCodes.PreviousPaymentPending, "the last payment is not final yet");
        if (subscription.ScheduledChange is not null && !request.ReplacesScheduledChange)
            throw new ApiException(409, ErrorCodes.ScheduledPlanChangeExists, "a plan change is already scheduled");
        if (request.IsScheduled && request.Mode is not ProrationModes.Full)
            throw ApiException.Unprocessable(
                ErrorCodes.InvalidProrationMode,
                "a change for the next billing date needs `full_immediately`"
            );
    }

    /// <summary>Checks whether the change may be paid on a page.</summary>
    public static void RequireLink(ChangePlanRequest request, SubscriptionRules rules)
    {
        if (!request.CollectViaPaymentLink)
            return;
        if (!rules.AllowPlanChangeViaPaymentLink)
            throw ApiException.Unprocessable(
                ErrorCodes.UnsupportedAction,
                "this business may not collect plan changes through a payment link"
            );
        if (request.IsScheduled || request.OnPaymentFailure is not ChangePlanRequest.PreventChange)
            throw ApiException.InvalidParameters("`collect_via_payment_link` needs `immediately` and `prevent_change`");
    }
}
