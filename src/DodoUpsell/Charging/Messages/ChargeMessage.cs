namespace DodoUpsell;

/// <summary>What a customer can be told about a charge. <see cref="ChargeMessages"/> has the words.</summary>
/// <remarks>No entry stands for a cause that must not be told, and none for an error of a request.</remarks>
public enum ChargeMessage
{
    /// <summary>Whether it was charged is not known yet. The default, because it promises nothing.</summary>
    Pending,

    /// <summary>Paid.</summary>
    Succeeded,

    /// <summary>The customer has a step to take on a page, such as 3-D Secure.</summary>
    ActionRequired,

    /// <summary>Under way at the bank; it settles by itself.</summary>
    Processing,

    /// <summary>The same charge is already being made.</summary>
    AlreadyInProgress,

    /// <summary>It was never charged.</summary>
    NotCharged,

    /// <summary>The request was refused before anything was charged.</summary>
    Refused,

    /// <summary>The customer pays on the payment page; nothing was charged yet.</summary>
    CheckoutRequired,

    /// <summary>Declined, without a cause that could be told.</summary>
    Declined,

    /// <summary>Declined for a fault that passes.</summary>
    DeclinedForNow,

    /// <summary>Declined after too many tries with this card.</summary>
    DeclinedTooOften,

    /// <summary>Declined until the customer confirms it with their bank.</summary>
    DeclinedConfirmWithBank,

    /// <summary>Declined until the customer permits charges of this method.</summary>
    DeclinedMandate,

    /// <summary>Declined by the bank.</summary>
    DeclinedByBank,

    /// <summary>Declined because the card is not active yet.</summary>
    DeclinedCardInactive,

    /// <summary>Declined because the card has expired.</summary>
    DeclinedExpired,

    /// <summary>Declined because the balance does not cover it.</summary>
    DeclinedBalance,

    /// <summary>Declined because of a limit of the card or account.</summary>
    DeclinedLimit,

    /// <summary>Declined because the method cannot be used here.</summary>
    DeclinedMethodUnusable,

    /// <summary>Declined because of the card number.</summary>
    DeclinedCardNumber,

    /// <summary>Declined because of the security code.</summary>
    DeclinedSecurityCode,

    /// <summary>Declined because of the expiry date.</summary>
    DeclinedExpiryDate,

    /// <summary>Declined because of another detail that was entered.</summary>
    DeclinedDetails,

    /// <summary>Called off by the customer.</summary>
    DeclinedByCustomer,

    /// <summary>Declined for something that only the seller can put right.</summary>
    DeclinedBySeller,

    /// <summary>The plan was changed.</summary>
    PlanChanged,

    /// <summary>The plan changes with the next renewal.</summary>
    PlanChangeScheduled,

    /// <summary>The change of plan is under way; it settles by itself.</summary>
    PlanChangePending,

    /// <summary>Whether the plan was changed is not known yet.</summary>
    PlanChangeUnknown,

    /// <summary>The change of plan was refused before anything was charged.</summary>
    PlanChangeRefused,

    /// <summary>The price of the change of plan is not the one that was shown.</summary>
    QuoteChanged,

    /// <summary>Added to a decline: the old plan stands.</summary>
    PlanStands,

    /// <summary>Added to a decline: the subscription is on hold until it is paid.</summary>
    PlanOnHold,

    /// <summary>Paid, and given back in full.</summary>
    Refunded,
}
