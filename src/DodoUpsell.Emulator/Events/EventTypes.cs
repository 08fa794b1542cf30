using System.Collections.Frozen;

namespace DodoUpsell.Emulator.Events;

/// <summary>The event types that an endpoint can subscribe to.</summary>
internal static class EventTypes
{
    public const string RefundSucceeded = "refund.succeeded";

    public static FrozenSet<string> All { get; } =
        """
            payment.succeeded payment.failed payment.processing payment.cancelled
            refund.succeeded refund.failed
            dispute.opened dispute.expired dispute.accepted dispute.cancelled dispute.challenged dispute.won dispute.lost
            subscription.active subscription.renewed subscription.past_due subscription.on_hold subscription.paused subscription.unpaused
            subscription.cancelled subscription.failed subscription.expired subscription.plan_changed subscription.updated
            subscription.update_payment_method
            license_key.created
            payout.created payout.on_hold payout.in_progress payout.failed payout.success
            credit.added credit.deducted credit.expired credit.rolled_over credit.rollover_forfeited
            credit.overage_charged credit.overage_reset credit.manual_adjustment credit.balance_low
            abandoned_checkout.detected abandoned_checkout.recovered
            dunning.started dunning.recovered
            entitlement_grant.created entitlement_grant.delivered entitlement_grant.failed entitlement_grant.revoked
            """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Returns the event of a payment status, or null if the status has no event.</summary>
    public static string? OfPayment(string status) =>
        $"payment.{status}" is var type && All.Contains(type) ? type : null;
}
