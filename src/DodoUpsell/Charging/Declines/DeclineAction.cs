namespace DodoUpsell;

/// <summary>
/// Specifies the recommended action after a decline. It is advice for the developer; show customers
/// <see cref="DeclineReason.CustomerMessage"/>.
/// </summary>
public enum DeclineAction
{
    /// <summary>Let the customer pay with another method.</summary>
    UseOtherMethod,

    /// <summary>Charge the same method once more, later.</summary>
    RetryLater,

    /// <summary>Charge the same method once more after a long delay: a day rather than minutes.</summary>
    RetryMuchLater,

    /// <summary>Charge the same method once more, later, or let the customer pay with another one.</summary>
    RetryLaterOrUseOtherMethod,

    /// <summary>Let the customer pay on hosted checkout, where the bank can ask them.</summary>
    AuthenticateCustomer,

    /// <summary>Let the customer set the mandate up on hosted checkout.</summary>
    SetUpMandate,

    /// <summary>Let the customer enter the details again on hosted checkout.</summary>
    CorrectInput,

    /// <summary>The customer asks their bank, or pays with another method.</summary>
    ContactBank,

    /// <summary>Nothing that the customer can do: correct the request or the account.</summary>
    MerchantAction,

    /// <summary>Offer again when the customer asks for it, and not before.</summary>
    OfferAgain,
}
