namespace DodoUpsell;

/// <summary>
/// Specifies a text of a disclosure. <see cref="OfferMessages"/> provides it. Names in braces are replaced by values.
/// </summary>
public enum OfferMessage
{
    /// <summary>A product: <c>{name}</c>.</summary>
    Item,

    /// <summary>Several units of a product: <c>{quantity}</c>, <c>{name}</c>.</summary>
    Items,

    /// <summary>The discount.</summary>
    Discount,

    /// <summary>The number of payments to which the discount applies: <c>{count}</c>.</summary>
    DiscountLimited,

    /// <summary>The tax that is added.</summary>
    Tax,

    /// <summary>The tax that the prices include.</summary>
    TaxIncluded,

    /// <summary>Credit that pays for a part of the change.</summary>
    CreditUsed,

    /// <summary>Credit that the change grants for later renewals.</summary>
    CreditGranted,

    /// <summary>The amount by which the charge is raised to reach the minimum charge.</summary>
    MinimumTopUp,

    /// <summary>The amount that is charged now.</summary>
    Total,

    /// <summary>What is charged later: <c>{amount}</c>, <c>{interval}</c>.</summary>
    Recurrence,

    /// <summary>What is charged later and when it starts: <c>{amount}</c>, <c>{interval}</c>, <c>{date}</c>.</summary>
    RecurrenceFrom,

    /// <summary>What a scheduled change charges when it takes effect: <c>{amount}</c>, <c>{date}</c>.</summary>
    DueAtEffect,

    /// <summary>An amount to which tax is added: <c>{amount}</c>.</summary>
    PlusTax,

    /// <summary>Every day.</summary>
    EveryDay,

    /// <summary>Every so many days: <c>{count}</c>.</summary>
    EveryDays,

    /// <summary>Every week.</summary>
    EveryWeek,

    /// <summary>Every so many weeks: <c>{count}</c>.</summary>
    EveryWeeks,

    /// <summary>Every month.</summary>
    EveryMonth,

    /// <summary>Every so many months: <c>{count}</c>.</summary>
    EveryMonths,

    /// <summary>Every year.</summary>
    EveryYear,

    /// <summary>Every so many years: <c>{count}</c>.</summary>
    EveryYears,

    /// <summary>The length of the trial in days: <c>{count}</c>.</summary>
    Trial,

    /// <summary>How much more each renewal costs than now: <c>{amount}</c>, <c>{interval}</c>.</summary>
    DifferenceMore,

    /// <summary>How much less each renewal costs than now: <c>{amount}</c>, <c>{interval}</c>.</summary>
    DifferenceLess,

    /// <summary>The payment method that is charged: <c>{method}</c>.</summary>
    PaymentMethod,

    /// <summary>The customer pays on a page.</summary>
    PaymentOnPage,

    /// <summary>The payment method of the subscription is charged, and its label is not known.</summary>
    PaymentOfSubscription,

    /// <summary>A discount ends with the change: <c>{code}</c>.</summary>
    DiscountLost,

    /// <summary>A discount of the new plan applies for a limited time: <c>{code}</c>.</summary>
    DiscountEnding,

    /// <summary>The words on the button that declines.</summary>
    Decline,

    /// <summary>The offer cannot be accepted any more. Nothing was charged.</summary>
    NotAvailable,

    /// <summary>The offer is not what the customer was shown. Nothing was charged.</summary>
    Changed,
}
