namespace DodoUpsell;

/// <summary>Specifies why a customer is sent to a checkout page instead of being charged with one click.</summary>
public enum CheckoutReason
{
    /// <summary>The customer has no saved payment method that can be charged.</summary>
    NoUsableMethod = 0,

    /// <summary>The customer's saved payment methods could not be read.</summary>
    MethodsUnavailable = 1,

    /// <summary>The charge was declined.</summary>
    Declined = 2,

    /// <summary>The API refused to charge the saved method.</summary>
    Refused = 3,

    /// <summary>The charge requires a billing address, and the customer has none.</summary>
    NoBillingAddress = 4,
}
