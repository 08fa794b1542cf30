using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>Represents the type of a webhook event.</summary>
/// <remarks>
/// An event indicates that something changed, not the current state: its data is the object at the time of delivery,
/// and deliveries arrive unordered and more than once.
/// </remarks>
[JsonConverter(typeof(ExtensibleValueConverter<WebhookEventType>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct WebhookEventType : IExtensibleValue<WebhookEventType>
{
    private readonly string? _value;

    /// <summary>Creates an event type with the given text.</summary>
    /// <exception cref="ArgumentException">The text is null or blank.</exception>
    public WebhookEventType(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>
    /// A payment was captured: purchases, but also renewals, retries, plan changes and zero-amount set-ups.
    /// </summary>
    public static WebhookEventType PaymentSucceeded => new("payment.succeeded");

    /// <summary>A payment was declined.</summary>
    public static WebhookEventType PaymentFailed => new("payment.failed");

    /// <summary>A payment is being processed, which may take some time.</summary>
    public static WebhookEventType PaymentProcessing => new("payment.processing");

    /// <summary>A payment was abandoned, expired or cancelled.</summary>
    public static WebhookEventType PaymentCancelled => new("payment.cancelled");

    /// <summary>A refund succeeded.</summary>
    public static WebhookEventType RefundSucceeded => new("refund.succeeded");

    /// <summary>A refund failed.</summary>
    public static WebhookEventType RefundFailed => new("refund.failed");

    /// <summary>A customer's bank disputes a payment. The dispute must be answered in time.</summary>
    public static WebhookEventType DisputeOpened => new("dispute.opened");

    /// <summary>A dispute was not answered in time.</summary>
    public static WebhookEventType DisputeExpired => new("dispute.expired");

    /// <summary>A dispute was accepted.</summary>
    public static WebhookEventType DisputeAccepted => new("dispute.accepted");

    /// <summary>A dispute was withdrawn.</summary>
    public static WebhookEventType DisputeCancelled => new("dispute.cancelled");

    /// <summary>A dispute was answered with evidence.</summary>
    public static WebhookEventType DisputeChallenged => new("dispute.challenged");

    /// <summary>A dispute was decided in your favour.</summary>
    public static WebhookEventType DisputeWon => new("dispute.won");

    /// <summary>A dispute was decided in favour of the customer.</summary>
    public static WebhookEventType DisputeLost => new("dispute.lost");

    /// <summary>A subscription became active, for the first time or again after a hold.</summary>
    public static WebhookEventType SubscriptionActive => new("subscription.active");

    /// <summary>A subscription was charged for a billing period, including the first one.</summary>
    public static WebhookEventType SubscriptionRenewed => new("subscription.renewed");

    /// <summary>A renewal failed and the grace period has begun. This value is newer than the API contract.</summary>
    public static WebhookEventType SubscriptionPastDue => new("subscription.past_due");

    /// <summary>A renewal or the charge of a plan change failed.</summary>
    public static WebhookEventType SubscriptionOnHold => new("subscription.on_hold");

    /// <summary>A subscription was paused.</summary>
    public static WebhookEventType SubscriptionPaused => new("subscription.paused");

    /// <summary>A paused subscription was resumed.</summary>
    public static WebhookEventType SubscriptionUnpaused => new("subscription.unpaused");

    /// <summary>A subscription was cancelled, or its scheduled cancellation was reached.</summary>
    public static WebhookEventType SubscriptionCancelled => new("subscription.cancelled");

    /// <summary>A subscription could not be created.</summary>
    public static WebhookEventType SubscriptionFailed => new("subscription.failed");

    /// <summary>A subscription reached the end of its term.</summary>
    public static WebhookEventType SubscriptionExpired => new("subscription.expired");

    /// <summary>A subscription's product, quantity or add-ons changed.</summary>
    public static WebhookEventType SubscriptionPlanChanged => new("subscription.plan_changed");

    /// <summary>A property of a subscription changed. This event accompanies most other subscription events.</summary>
    public static WebhookEventType SubscriptionUpdated => new("subscription.updated");

    /// <summary>The payment method of a subscription changed.</summary>
    public static WebhookEventType SubscriptionUpdatePaymentMethod => new("subscription.update_payment_method");

    /// <summary>A license key was issued.</summary>
    public static WebhookEventType LicenseKeyCreated => new("license_key.created");

    /// <summary>A payout to you was created.</summary>
    public static WebhookEventType PayoutCreated => new("payout.created");

    /// <summary>A payout to you is on hold.</summary>
    public static WebhookEventType PayoutOnHold => new("payout.on_hold");

    /// <summary>A payout to you is in progress.</summary>
    public static WebhookEventType PayoutInProgress => new("payout.in_progress");

    /// <summary>A payout to you failed.</summary>
    public static WebhookEventType PayoutFailed => new("payout.failed");

    /// <summary>A payout to you arrived.</summary>
    public static WebhookEventType PayoutSuccess => new("payout.success");

    /// <summary>Credits were granted.</summary>
    public static WebhookEventType CreditAdded => new("credit.added");

    /// <summary>Credits were used.</summary>
    public static WebhookEventType CreditDeducted => new("credit.deducted");

    /// <summary>Unused credits expired.</summary>
    public static WebhookEventType CreditExpired => new("credit.expired");

    /// <summary>Unused credits were carried over into the next period.</summary>
    public static WebhookEventType CreditRolledOver => new("credit.rolled_over");

    /// <summary>Credits beyond the roll-over limits were lost.</summary>
    public static WebhookEventType CreditRolloverForfeited => new("credit.rollover_forfeited");

    /// <summary>Usage beyond the balance was charged.</summary>
    public static WebhookEventType CreditOverageCharged => new("credit.overage_charged");

    /// <summary>Usage beyond the balance was reset to zero.</summary>
    public static WebhookEventType CreditOverageReset => new("credit.overage_reset");

    /// <summary>You changed a credit balance manually.</summary>
    public static WebhookEventType CreditManualAdjustment => new("credit.manual_adjustment");

    /// <summary>A credit balance fell below its threshold.</summary>
    public static WebhookEventType CreditBalanceLow => new("credit.balance_low");

    /// <summary>A customer left a checkout without paying.</summary>
    public static WebhookEventType AbandonedCheckoutDetected => new("abandoned_checkout.detected");

    /// <summary>A customer returned to an abandoned checkout and paid.</summary>
    public static WebhookEventType AbandonedCheckoutRecovered => new("abandoned_checkout.recovered");

    /// <summary>The recovery e-mails for a failed renewal started.</summary>
    public static WebhookEventType DunningStarted => new("dunning.started");

    /// <summary>A failed renewal was recovered.</summary>
    public static WebhookEventType DunningRecovered => new("dunning.recovered");

    /// <summary>A customer was granted an entitlement.</summary>
    public static WebhookEventType EntitlementGrantCreated => new("entitlement_grant.created");

    /// <summary>An entitlement was delivered.</summary>
    public static WebhookEventType EntitlementGrantDelivered => new("entitlement_grant.delivered");

    /// <summary>An entitlement could not be delivered.</summary>
    public static WebhookEventType EntitlementGrantFailed => new("entitlement_grant.failed");

    /// <summary>An entitlement was revoked.</summary>
    public static WebhookEventType EntitlementGrantRevoked => new("entitlement_grant.revoked");

    /// <inheritdoc/>
    public static IReadOnlyList<WebhookEventType> KnownValues { get; } =
    [
        PaymentSucceeded,
        PaymentFailed,
        PaymentProcessing,
        PaymentCancelled,
        RefundSucceeded,
        RefundFailed,
        DisputeOpened,
        DisputeExpired,
        DisputeAccepted,
        DisputeCancelled,
        DisputeChallenged,
        DisputeWon,
        DisputeLost,
        SubscriptionActive,
        SubscriptionRenewed,
        SubscriptionPastDue,
        SubscriptionOnHold,
        SubscriptionPaused,
        SubscriptionUnpaused,
        SubscriptionCancelled,
        SubscriptionFailed,
        SubscriptionExpired,
        SubscriptionPlanChanged,
        SubscriptionUpdated,
        SubscriptionUpdatePaymentMethod,
        LicenseKeyCreated,
        PayoutCreated,
        PayoutOnHold,
        PayoutInProgress,
        PayoutFailed,
        PayoutSuccess,
        CreditAdded,
        CreditDeducted,
        CreditExpired,
        CreditRolledOver,
        CreditRolloverForfeited,
        CreditOverageCharged,
        CreditOverageReset,
        CreditManualAdjustment,
        CreditBalanceLow,
        AbandonedCheckoutDetected,
        AbandonedCheckoutRecovered,
        DunningStarted,
        DunningRecovered,
        EntitlementGrantCreated,
        EntitlementGrantDelivered,
        EntitlementGrantFailed,
        EntitlementGrantRevoked,
    ];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>Returns the text on the wire.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static WebhookEventType Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        out WebhookEventType result
    ) => ExtensibleValue.TryParse(s, out result);
}
