namespace DodoUpsell.Charging;

/// <summary>What a payment's status means for one charge.</summary>
internal enum PaymentVerdict
{
    /// <summary>
    /// The status is missing or not known to this version: nothing may be concluded, success least of all.
    /// </summary>
    Unknown,

    /// <summary>Not final; wait for it.</summary>
    Processing,

    /// <summary>Not final; the customer can go on at the payment's link.</summary>
    ActionRequired,

    /// <summary>Paid. The only verdict that gives access.</summary>
    Succeeded,

    /// <summary>Final and not paid. The only verdict after which another way to pay may be opened.</summary>
    Declined,

    /// <summary>
    /// Final, and part of the money was taken: no access, no other charge, and no fallback. Only the seller can decide
    /// it.
    /// </summary>
    PartlyPaid,

    /// <summary>Paid, and all of it was refunded since: no access, and no other charge under the key.</summary>
    Refunded,

    /// <summary>Final, and it only set up a payment method: nothing was bought.</summary>
    MethodSetup,

    /// <summary>It waited for its customer until it could not go on any more.</summary>
    Abandoned,
}
