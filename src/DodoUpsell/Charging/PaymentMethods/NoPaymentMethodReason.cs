namespace DodoUpsell;

/// <summary>
/// Why no saved payment method can be charged. In each case the customer can still pay on hosted checkout, but for
/// <see cref="RequestedNotFound"/>.
/// </summary>
public enum NoPaymentMethodReason
{
    /// <summary>The customer has saved none.</summary>
    NoneSaved,

    /// <summary>None of the saved ones fits; <see cref="PaymentMethodChoice.Rejected"/> says why.</summary>
    NoneSuitable,

    /// <summary>The requested one is the customer's but does not fit.</summary>
    RequestedNotSuitable,

    /// <summary>
    /// The requested one is not among the customer's methods: removed since, mistyped, or somebody else's. Refuse.
    /// </summary>
    RequestedNotFound,

    /// <summary>The list could not be read, so whether there are any is not known.</summary>
    ListUnavailable,
}
