using System.Text.Json.Serialization;

namespace DodoUpsell;

/// <summary>
/// Represents the computed price of a checkout for this customer (<c>POST /checkouts/preview</c>). Show this price
/// rather than the catalogue price. It is not guaranteed.
/// </summary>
public sealed record CheckoutPreview : ApiObject
{
    /// <summary>Gets the cart with its prices.</summary>
    public IReadOnlyList<CheckoutPreviewItem> ProductCart
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Gets the currency of the amounts.</summary>
    public Currency Currency { get; init; }

    /// <summary>Gets the total price, in minor units of <see cref="Currency"/>.</summary>
    public long TotalPrice { get; init; }

    /// <summary>Gets <see cref="TotalPrice"/> as <see cref="Money"/>.</summary>
    [JsonIgnore]
    public Money TotalPriceMoney => new(TotalPrice, Currency);

    /// <summary>
    /// Gets the tax, in minor units of <see cref="Currency"/>, or null if there is none or you owe it yourself.
    /// </summary>
    public long? TotalTax { get; init; }

    /// <summary>Gets <see cref="TotalTax"/> as <see cref="Money"/>, or null if there is none.</summary>
    [JsonIgnore]
    public Money? TotalTaxMoney => TotalTax is { } amount ? new Money(amount, Currency) : null;

    /// <summary>Gets the composition of the amount that is due now.</summary>
    public PriceBreakup? CurrentBreakup { get; init; }

    /// <summary>
    /// Gets the composition of the amount that is due every period, or null if the cart has no subscription.
    /// </summary>
    public PriceBreakup? RecurringBreakup { get; init; }

    /// <summary>Gets the amount that is due now, or null if the response does not contain it.</summary>
    [JsonIgnore]
    public Money? DueNow => Of(CurrentBreakup);

    /// <summary>Gets the amount that is due every period, or null if the cart has no subscription.</summary>
    [JsonIgnore]
    public Money? DuePerPeriod => Of(RecurringBreakup);

    /// <summary>
    /// Gets whether the customer must provide a payment method even if nothing is due now, or null from servers before
    /// September 2026.
    /// </summary>
    public bool? PaymentMethodRequired { get; init; }

    /// <summary>Gets one entry for each subscription if the cart contains more than one; otherwise null.</summary>
    public IReadOnlyList<CheckoutPreviewSubscription>? Subscriptions { get; init; }

    /// <summary>
    /// Gets the estimated next renewal date of a subscription that starts now, or null if the cart has no subscription.
    /// With several subscriptions, this is the earliest renewal.
    /// </summary>
    public DateTimeOffset? NextBillingDate { get; init; }

    /// <summary>
    /// Gets the length of the free or paid trial in days, or null if there is no trial. Also null with several
    /// subscriptions, whose trials are in <see cref="Subscriptions"/>.
    /// </summary>
    public int? TrialPeriodDays { get; init; }

    /// <summary>
    /// Gets the price of a paid trial per unit, in minor units of <see cref="Currency"/>, after discounts and before
    /// tax.
    /// </summary>
    public long? TrialAmount { get; init; }

    /// <summary>Gets <see cref="TrialAmount"/> as <see cref="Money"/>, or null if there is none.</summary>
    [JsonIgnore]
    public Money? Trial => TrialAmount is { } amount ? new Money(amount, Currency) : null;

    /// <summary>Gets the country for which the tax was computed.</summary>
    public CountryCode BillingCountry { get; init; }

    /// <summary>
    /// Gets whether the payment would be processed by your own payment processor. If so, you owe the tax and the
    /// amounts do not include it.
    /// </summary>
    public bool IsByop { get; init; }

    /// <summary>Gets the business name that a public register holds for the tax id, or null if there is none.</summary>
    public string? TaxIdBusinessName { get; init; }

    /// <summary>
    /// Gets the kind of the tax id, such as <c>VAT Number</c>, if the tax id is valid; otherwise null.
    /// </summary>
    public string? TaxIdFormatName { get; init; }

    /// <summary>Gets the error message for an invalid tax id, or null if there is none.</summary>
    public string? TaxIdErrMsg { get; init; }

    /// <summary>
    /// Returns the amount, including tax, that is due now for one of <see cref="Subscriptions"/>, or null if the
    /// response does not contain it.
    /// </summary>
    public Money? DueNowOf(CheckoutPreviewSubscription subscription) =>
        InCurrency(Check.NotNull(subscription, nameof(subscription)).AmountDueNow);

    /// <summary>
    /// Returns the tax that is due now for one of <see cref="Subscriptions"/>, or null if there is none.
    /// </summary>
    public Money? TaxDueNowOf(CheckoutPreviewSubscription subscription) =>
        InCurrency(Check.NotNull(subscription, nameof(subscription)).TaxDueNow);

    /// <summary>
    /// Returns the amount, including tax, that is due every period for one of <see cref="Subscriptions"/>, or null if
    /// the response does not contain it.
    /// </summary>
    public Money? DuePerPeriodOf(CheckoutPreviewSubscription subscription) =>
        InCurrency(Check.NotNull(subscription, nameof(subscription)).RecurringAmount);

    /// <summary>
    /// Returns the tax that is due every period for one of <see cref="Subscriptions"/>, or null if there is none.
    /// </summary>
    public Money? RecurringTaxOf(CheckoutPreviewSubscription subscription) =>
        InCurrency(Check.NotNull(subscription, nameof(subscription)).RecurringTax);

    private Money? Of(PriceBreakup? breakup) => InCurrency(breakup?.TotalAmount);

    // An amount without a currency cannot be compared with other amounts.
    private Money? InCurrency(long? minorUnits) =>
        minorUnits is { } amount && Currency.Value.Length > 0 ? new Money(amount, Currency) : null;
}
