using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Payments;
using DodoUpsell.Emulator.Products;
using DodoUpsell.Emulator.Subscriptions.Billing;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Subscriptions;

/// <summary>Changes a subscription other than by a plan change. All checks come before any change.</summary>
internal sealed class SubscriptionUpdate(EmulatorState state, PaymentProcessor payments)
{
    private readonly SubscriptionStates _states = new(state, payments);
    private readonly Renewals _renewals = new(state, payments);

    public void Apply(Subscription subscription, PatchSubscriptionRequest request)
    {
        if (PauseRequest.Wanted(request, state.Options.Subscriptions) is { } pause)
        {
            Pause(subscription, request, pause);
            return;
        }

        Require(subscription, request);
        ChangeDetails(subscription, request);
        ChangeDates(subscription, request);
        if (request.Status is SubscriptionStatus.Cancelled)
        {
            _states.Cancel(subscription);
            return;
        }

        _states.Tell(subscription);
        _renewals.Plan(subscription);
    }

    private void Pause(Subscription subscription, PatchSubscriptionRequest request, bool pause)
    {
        if (!request.StandsAlone)
            throw ApiException.InvalidParameters("pausing and resuming allow no other field");
        if (!pause)
        {
            if (subscription.Status is not SubscriptionStatus.Paused)
                throw ApiException.InvalidParameters($"the subscription is {subscription.Status}, not paused");

            _states.Resume(subscription);
            _renewals.Plan(subscription);
            return;
        }

        if (!subscription.IsActive)
            throw Inactive(subscription);
        if (subscription.HasOpenPayment || subscription.PendingChange is not null)
            throw new ApiException(409, ErrorCodes.PreviousPaymentPending, "the last payment is not final yet");

        _states.Pause(subscription);
    }

    private void Require(Subscription subscription, PatchSubscriptionRequest request)
    {
        var cancels = request.Status is SubscriptionStatus.Cancelled;
        if (request.Status is not null && !cancels)
            throw ApiException.InvalidParameters($"a subscription cannot be set to `{request.Status}`");
        if (
            SubscriptionStatus.IsFinal(subscription.Status)
            || (cancels && !SubscriptionStatus.CanFollow(subscription.Status, SubscriptionStatus.Cancelled))
        )
            throw Inactive(subscription);
        if (request.CancelAtNextBillingDate is true && !subscription.IsActive)
            throw Inactive(subscription);
        if (
            !cancels
            && request.CancelAtNextBillingDate is not true
            && (request.CancellationFeedback ?? request.CancellationComment) is not null
        )
            throw ApiException.InvalidParameters("cancellation texts need a cancellation");
        if (request.CreditEntitlementId is { } entitlement)
            throw ApiException.InvalidParameters($"credit entitlement `{entitlement}` is not part of the subscription");

        RequireDates(subscription, request);
    }

    private void RequireDates(Subscription subscription, PatchSubscriptionRequest request)
    {
        if (request.NextBillingDate < state.Now || request.DisableOnDemandAt < state.Now)
            throw ApiException.InvalidParameters("`next_billing_date` is in the past");
        if (request.NextBillingDate is not null && !subscription.IsActive)
            throw Inactive(subscription);
        if (request.DisableOnDemandAt is not null && !subscription.IsOnDemand)
            throw ApiException.Unprocessable(
                ErrorCodes.SubscriptionNotOnDemand,
                "the subscription renews by the calendar already"
            );
        if (request.TermUnit is not null && request.TermCount is null)
            throw ApiException.InvalidParameters("`subscription_period_interval` needs `subscription_period_count`");
        if (NewTerm(subscription, request) is { } term && EndOf(subscription, term) < subscription.ExpiresAt)
            throw ApiException.InvalidParameters("the subscription period can only be extended");
    }

    private static void ChangeDetails(Subscription subscription, PatchSubscriptionRequest request)
    {
        subscription.Billing = request.Billing ?? subscription.Billing;
        subscription.Customer.Name = request.CustomerName ?? subscription.Customer.Name;
        subscription.TaxId = request.SetsTaxId ? request.TaxId : subscription.TaxId;
        subscription.CustomerBusinessName = request.SetsBusinessName
            ? request.CustomerBusinessName
            : subscription.CustomerBusinessName;
        subscription.Metadata = request.Metadata ?? subscription.Metadata;
        subscription.CancelAtNextBillingDate = request.CancelAtNextBillingDate ?? subscription.CancelAtNextBillingDate;
        subscription.CancelReason = request.CancelReason ?? subscription.CancelReason;
        // Revoking a cancellation also removes its reasons.
        var revoked = request.CancelAtNextBillingDate is false;
        subscription.CancellationFeedback = revoked
            ? null
            : request.CancellationFeedback ?? subscription.CancellationFeedback;
        subscription.CancellationComment = revoked
            ? null
            : request.CancellationComment ?? subscription.CancellationComment;
    }

    private static void ChangeDates(Subscription subscription, PatchSubscriptionRequest request)
    {
        if (NewTerm(subscription, request) is { } term)
        {
            subscription.ExpiresAt = EndOf(subscription, term);
            subscription.ExtendedTerm = term;
        }

        if (request.DisableOnDemandAt is not null)
            subscription.IsOnDemand = false;
        if ((request.DisableOnDemandAt ?? request.NextBillingDate) is not { } next)
            return;

        subscription.Cycle = BillingCycle.Until(subscription.Cycle.Previous, next);
        if (subscription.Trial is { } trial)
            subscription.Trial = trial with { EndsAt = next };
    }

    private static BillingInterval? NewTerm(Subscription subscription, PatchSubscriptionRequest request) =>
        request.TermCount is { } count ? new BillingInterval(count, request.TermUnit ?? subscription.Term.Unit) : null;

    private static DateTimeOffset EndOf(Subscription subscription, BillingInterval term) =>
        term.After(subscription.CreatedAt);

    private static ApiException Inactive(Subscription subscription) =>
        ApiException.Unprocessable(ErrorCodes.SubscriptionInactive, $"the subscription is {subscription.Status}");
}
