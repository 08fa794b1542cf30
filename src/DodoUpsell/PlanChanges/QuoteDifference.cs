namespace DodoUpsell;

/// <summary>Specifies a difference between a new quote and the quote that was shown.</summary>
public enum QuoteDifference
{
    /// <summary>
    /// The amount due is higher, now or when the scheduled change takes effect. Credit that is used counts as an amount
    /// due.
    /// </summary>
    PriceHigher = 0,

    /// <summary>The credit granted is lower.</summary>
    CreditLower = 1,

    /// <summary>The price of each renewal is higher.</summary>
    RecurringHigher = 2,

    /// <summary>The currency is different.</summary>
    OtherCurrency = 3,

    /// <summary>The subscription's current plan, seats or add-ons have changed since the quote.</summary>
    PresentPlan = 4,

    /// <summary>The new plan would have different seats, add-ons or discounts.</summary>
    NewPlan = 5,

    /// <summary>The change takes effect, or the subscription renews, at a different time.</summary>
    Dates = 6,

    /// <summary>A different payment method would be charged.</summary>
    PaymentMethod = 7,
}
