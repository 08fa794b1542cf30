namespace DodoUpsell;

/// <summary>
/// Specifies the recommended action after a decline. It is advice for the developer; show customers
/// <see cref="DeclineReason.CustomerMessage"/>.
/// </summary>
public enum DeclineAction
{
    /// <summary>Let the customer pay with another payment method.</summary>
    UseOtherMethod,

    /// <summary>Charge the same payment method once more, later.</summary>
    RetryLater,

    /// <summary>Charge the same payment method once more after a long delay, a day rather than minutes.</summary>
    RetryMuchLater,

    /// <summary>Charge the same payment method once more later, or let the customer pay with another one.</summary>
    RetryLaterOrUseOtherMethod,

    /// <summary>Let the customer pay on the hosted checkout page, where the bank can authenticate them.</summary>
    AuthenticateCustomer,

    /// <summary>Let the customer set up the mandate on the hosted checkout page.</summary>
    SetUpMandate,

    /// <summary>Let the customer enter the details again on the hosted checkout page.</summary>
    CorrectInput,

    /// <summary>The customer has to contact their bank or pay with another payment method.</summary>
    ContactBank,

    /// <summary>The customer cannot resolve it. Correct the request or the account.</summary>
    MerchantAction,

    /// <summary>Make the offer again only when the customer asks for it.</summary>
    OfferAgain,
}
