namespace DodoUpsell;

/// <summary>Describes why a charge was refused. Nothing was charged.</summary>
/// <param name="Reason">The reason for the refusal.</param>
/// <param name="Code">The API's error code, or the default value if the SDK refused the charge or the API sent no
/// code.</param>
/// <param name="Explanation">What happened and what to do, for developers. Do not show it to customers.</param>
public sealed record ChargeRefusal(ChargeRefusalReason Reason, DodoErrorCode Code, string Explanation)
{
    /// <summary>Returns the reason and the code only.</summary>
    public override string ToString() => Code == default ? $"{Reason}" : $"{Reason} ({Code})";
}

/// <summary>Specifies why a charge was refused.</summary>
public enum ChargeRefusalReason
{
    /// <summary>The API refused the request.</summary>
    RefusedByApi = 0,

    /// <summary>The key was used before for another customer, cart or price.</summary>
    KeyUsedForAnotherCharge = 1,

    /// <summary>The customer does not exist.</summary>
    UnknownCustomer = 2,

    /// <summary>The product does not exist.</summary>
    UnknownProduct = 3,

    /// <summary>The payment method does not belong to this customer.</summary>
    UnknownPaymentMethod = 4,

    /// <summary>The price is higher than the price that the customer was shown.</summary>
    PriceChanged = 5,

    /// <summary>The charge requires a billing address, and the customer has none.</summary>
    NoBillingAddress = 6,

    /// <summary>
    /// The customer has no saved payment method that can be charged, and no checkout page was requested.
    /// </summary>
    NoUsablePaymentMethod = 7,

    /// <summary>The subscription does not exist.</summary>
    UnknownSubscription = 10,

    /// <summary>The subscription is not on hold, so there is no outstanding payment.</summary>
    NothingOwed = 11,

    /// <summary>Another payment or change of the subscription is under way.</summary>
    PaymentUnderWay = 12,

    /// <summary>
    /// The preview does not contain the amount due, so it could not be compared with the price shown.
    /// </summary>
    PriceUnknown = 13,

    /// <summary>This node's clock differs too much from the API's clock. Correct the clock.</summary>
    ClockNotTrusted = 14,
}
