namespace DodoUpsell;

/// <summary>
/// Specifies a message to the customer about a charge. <see cref="ChargeMessages"/> provides the text.
/// </summary>
/// <remarks>
/// No message reveals a cause that the customer must not learn, and none describes an error in a request.
/// </remarks>
public enum ChargeMessage
{
    /// <summary>
    /// It is not known yet whether the customer was charged. This is the default, because it makes no promise.
    /// </summary>
    Pending,

    /// <summary>The payment succeeded.</summary>
    Succeeded,

    /// <summary>The customer must complete a step on a page, such as 3-D Secure.</summary>
    ActionRequired,

    /// <summary>The bank is processing the payment. No action is needed.</summary>
    Processing,

    /// <summary>The same charge is already in progress.</summary>
    AlreadyInProgress,

    /// <summary>The customer was not charged.</summary>
    NotCharged,

    /// <summary>The request was refused before anything was charged.</summary>
    Refused,

    /// <summary>The customer pays on the payment page. Nothing has been charged yet.</summary>
    CheckoutRequired,

    /// <summary>Declined, without a cause that may be shown.</summary>
    Declined,

    /// <summary>Declined because of a temporary fault.</summary>
    DeclinedForNow,

    /// <summary>Declined after too many attempts with this card.</summary>
    DeclinedTooOften,

    /// <summary>Declined until the customer confirms the payment with their bank.</summary>
    DeclinedConfirmWithBank,

    /// <summary>Declined until the customer permits charges of this payment method.</summary>
    DeclinedMandate,

    /// <summary>Declined by the bank.</summary>
    DeclinedByBank,

    /// <summary>Declined because the card is not active yet.</summary>
    DeclinedCardInactive,

    /// <summary>Declined because the card has expired.</summary>
    DeclinedExpired,

    /// <summary>Declined because the balance does not cover the amount.</summary>
    DeclinedBalance,

    /// <summary>Declined because of a limit of the card or account.</summary>
    DeclinedLimit,

    /// <summary>Declined because the payment method cannot be used here.</summary>
    DeclinedMethodUnusable,

    /// <summary>Declined because the card number is wrong.</summary>
    DeclinedCardNumber,

    /// <summary>Declined because the security code is wrong.</summary>
    DeclinedSecurityCode,

    /// <summary>Declined because the expiry date is wrong.</summary>
    DeclinedExpiryDate,

    /// <summary>Declined because another detail that was entered is wrong.</summary>
    DeclinedDetails,

    /// <summary>Cancelled by the customer.</summary>
    DeclinedByCustomer,

    /// <summary>Declined for a reason that only the seller can resolve.</summary>
    DeclinedBySeller,

    /// <summary>The plan was changed.</summary>
    PlanChanged,

    /// <summary>The plan changes at the next renewal.</summary>
    PlanChangeScheduled,

    /// <summary>The plan change is under way. No action is needed.</summary>
    PlanChangePending,

    /// <summary>It is not known yet whether the plan was changed.</summary>
    PlanChangeUnknown,

    /// <summary>The plan change was refused before anything was charged.</summary>
    PlanChangeRefused,

    /// <summary>The price of the plan change is not the price that was shown.</summary>
    QuoteChanged,

    /// <summary>Added to a decline: the customer keeps the old plan.</summary>
    PlanStands,

    /// <summary>Added to a decline: the subscription is on hold until it is paid.</summary>
    PlanOnHold,

    /// <summary>The payment was refunded in full.</summary>
    Refunded,
}
