namespace DodoUpsell.Charging;

/// <summary>Specifies what a payment's status means for its charge.</summary>
internal enum PaymentVerdict
{
    /// <summary>
    /// The status is missing or unknown to this version. Nothing may be concluded from it, in particular not success.
    /// </summary>
    Unknown,

    /// <summary>The payment is not final. Wait for it.</summary>
    Processing,

    /// <summary>The payment is not final. The customer can continue at the payment's link.</summary>
    ActionRequired,

    /// <summary>The payment succeeded. Access is granted only in this case.</summary>
    Succeeded,

    /// <summary>The payment is final and was not paid. Another way to pay may be opened only in this case.</summary>
    Declined,

    /// <summary>
    /// The payment is final and was captured in part: no access, no other charge and no fallback. The seller has to
    /// resolve it.
    /// </summary>
    PartlyPaid,

    /// <summary>The payment succeeded and was refunded in full: no access, and no other charge under the key.</summary>
    Refunded,

    /// <summary>The payment is final and only set up a payment method. Nothing was bought.</summary>
    MethodSetup,

    /// <summary>The payment waited for its customer until it could no longer be completed.</summary>
    Abandoned,
}
