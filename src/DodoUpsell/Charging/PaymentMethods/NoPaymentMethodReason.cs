namespace DodoUpsell;

/// <summary>
/// Specifies why no saved payment method can be charged. In all cases except <see cref="RequestedNotFound"/> the
/// customer can still pay on the hosted checkout page.
/// </summary>
public enum NoPaymentMethodReason
{
    /// <summary>The customer has no saved payment methods.</summary>
    NoneSaved,

    /// <summary>
    /// None of the saved payment methods is suitable. <see cref="PaymentMethodChoice.Rejected"/> contains the reasons.
    /// </summary>
    NoneSuitable,

    /// <summary>The requested payment method belongs to the customer but is not suitable.</summary>
    RequestedNotSuitable,

    /// <summary>
    /// The requested payment method is not one of the customer's: it was removed, is mistyped, or belongs to another
    /// customer. Refuse the request.
    /// </summary>
    RequestedNotFound,

    /// <summary>
    /// The list could not be read, so it is not known whether the customer has saved payment methods.
    /// </summary>
    ListUnavailable,
}
