namespace DodoUpsell;

/// <summary>Why a customer is sent to a checkout page instead of being charged with one click.</summary>
public enum CheckoutReason
{
    /// <summary>They have no saved method that could be charged.</summary>
    NoUsableMethod = 0,

    /// <summary>Their saved methods could not be read just now.</summary>
    MethodsUnavailable = 1,

    /// <summary>The charge was declined.</summary>
    Declined = 2,

    /// <summary>The API refused to charge the saved method.</summary>
    Refused = 3,

    /// <summary>No address to bill is known for the customer, and the route needs one.</summary>
    NoBillingAddress = 4,
}
