namespace DodoUpsell;

/// <summary>In what a new quote differs from the one that was shown.</summary>
public enum QuoteDifference
{
    /// <summary>More is due, now or when the scheduled change takes effect; credit that is used counts.</summary>
    PriceHigher = 0,

    /// <summary>Less credit is granted.</summary>
    CreditLower = 1,

    /// <summary>Each renewal will cost more.</summary>
    RecurringHigher = 2,

    /// <summary>The currency is another one.</summary>
    OtherCurrency = 3,

    /// <summary>The subscription has another plan, other seats or other add-ons than when it was quoted.</summary>
    PresentPlan = 4,

    /// <summary>The new plan would have other seats, add-ons or discounts.</summary>
    NewPlan = 5,

    /// <summary>It takes effect, or renews, at another time.</summary>
    Dates = 6,

    /// <summary>Another payment method would be charged.</summary>
    PaymentMethod = 7,
}
