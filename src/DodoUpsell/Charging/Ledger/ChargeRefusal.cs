namespace DodoUpsell;

/// <summary>Why a charge was refused. Nothing was charged.</summary>
/// <param name="Reason">What is wrong.</param>
/// <param name="Code">The API's code; the default value when the refusal is ours or had none.</param>
/// <param name="Explanation">What happened and what to do, for developers. Not for customers.</param>
public sealed record ChargeRefusal(ChargeRefusalReason Reason, DodoErrorCode Code, string Explanation)
{
    /// <summary>The reason and the code only.</summary>
    public override string ToString() => Code == default ? $"{Reason}" : $"{Reason} ({Code})";
}

/// <summary>What is wrong with a charge that was refused.</summary>
public enum ChargeRefusalReason
{
    /// <summary>The API said no to the request.</summary>
    RefusedByApi = 0,

    /// <summary>The key was used before for another customer, cart or price.</summary>
    KeyUsedForAnotherCharge = 1,

    /// <summary>There is no such customer.</summary>
    UnknownCustomer = 2,

    /// <summary>There is no such product.</summary>
    UnknownProduct = 3,

    /// <summary>The payment method is not one of this customer's.</summary>
    UnknownPaymentMethod = 4,

    /// <summary>The price is higher than the one that was shown.</summary>
    PriceChanged = 5,

    /// <summary>No address to bill is known for the customer, and the route needs one.</summary>
    NoBillingAddress = 6,

    /// <summary>The customer has no saved method that could be charged, and no checkout page was wanted.</summary>
    NoUsablePaymentMethod = 7,

    /// <summary>There is no such subscription.</summary>
    UnknownSubscription = 10,

    /// <summary>The subscription is not on hold, so that there are no dues to pay.</summary>
    NothingOwed = 11,

    /// <summary>Another payment or change of the subscription is under way.</summary>
    PaymentUnderWay = 12,

    /// <summary>The preview does not say what is due, so that it could not be compared with the price shown.</summary>
    PriceUnknown = 13,

    /// <summary>This node's clock differs too much from the API's. Set it right.</summary>
    ClockNotTrusted = 14,
}
