namespace DodoUpsell;

/// <summary>Why a saved payment method was not used.</summary>
public enum PaymentMethodRejection
{
    /// <summary>Another method was asked for by its id.</summary>
    NotTheRequestedOne,

    /// <summary>The card's month of expiry is over everywhere on earth.</summary>
    Expired,

    /// <summary>Its family cannot be charged without the customer, such as vouchers and bank transfers.</summary>
    FamilyNotSuitable,

    /// <summary>It must not be charged while the customer is away, which a subscription needs.</summary>
    NotARecurringMethod,
}
