namespace DodoUpsell;

/// <summary>Specifies why a saved payment method was not used.</summary>
public enum PaymentMethodRejection
{
    /// <summary>Another payment method was requested by its id.</summary>
    NotTheRequestedOne,

    /// <summary>The card's expiry month has ended in all time zones.</summary>
    Expired,

    /// <summary>
    /// Methods of this family cannot be charged without the customer, such as vouchers and bank transfers.
    /// </summary>
    FamilyNotSuitable,

    /// <summary>The method cannot be charged while the customer is absent, as subscriptions require.</summary>
    NotARecurringMethod,
}
