using System.Text.Json.Serialization;

namespace DodoUpsell;

/// <summary>
/// What a checkout would cost this customer (<c>POST /checkouts/preview</c>): show this, not the catalogue's price.
/// Nothing is locked by it.
/// </summary>
public sealed record CheckoutPreview : ApiObject
{
    /// <summary>Gets the cart, priced.</summary>
    public IReadOnlyList<CheckoutPreviewItem> ProductCart
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Currency of the amounts.</summary>
    public Currency Currency { get; init; }

    /// <summary>Gets the whole price, in minor units of <see cref="Currency"/>.</summary>
    public long TotalPrice { get; init; }

    /// <summary>Gets <see cref="TotalPrice"/> in its currency.</summary>
    [JsonIgnore]
    public Money TotalPriceMoney => new(TotalPrice, Currency);

    /// <summary>
    /// Gets the tax, in minor units of <see cref="Currency"/>; null when there is none or you owe it yourself.
    /// </summary>
    public long? TotalTax { get; init; }

    /// <summary>Gets <see cref="TotalTax"/> in its currency; null when there is none.</summary>
    [JsonIgnore]
    public Money? TotalTaxMoney => TotalTax is { } amount ? new Money(amount, Currency) : null;

    /// <summary>Gets what is due now.</summary>
    public PriceBreakup? CurrentBreakup { get; init; }

    /// <summary>Gets what is due every period; null without a subscription.</summary>
    public PriceBreakup? RecurringBreakup { get; init; }

    /// <summary>Gets what is due now, in its currency; null when it was not said.</summary>
    [JsonIgnore]
    public Money? DueNow => Of(CurrentBreakup);

    /// <summary>Gets what is due every period, in its currency; null without a subscription.</summary>
    [JsonIgnore]
    public Money? DuePerPeriod => Of(RecurringBreakup);

    /// <summary>
    /// Gets whether the customer must give a payment method, even if nothing is due now; null from servers before
    /// September 2026.
    /// </summary>
    public bool? PaymentMethodRequired { get; init; }

    /// <summary>Gets one entry for each subscription when the cart holds more than one; otherwise null.</summary>
    public IReadOnlyList<CheckoutPreviewSubscription>? Subscriptions { get; init; }

    /// <summary>
    /// Gets when a subscription would renew next, reckoned from now; an estimate, and null without one. With several
    /// subscriptions, the earliest of their renewals.
    /// </summary>
    public DateTimeOffset? NextBillingDate { get; init; }

    /// <summary>
    /// Days of trial, free or paid; null without one, and null with several subscriptions, whose trials are in
    /// <see cref="Subscriptions"/>.
    /// </summary>
    public int? TrialPeriodDays { get; init; }

    /// <summary>
    /// Gets what a paid trial costs per unit, in minor units of <see cref="Currency"/>, after discounts and before tax.
    /// </summary>
    public long? TrialAmount { get; init; }

    /// <summary>Gets <see cref="TrialAmount"/> in its currency; null when there is none.</summary>
    [JsonIgnore]
    public Money? Trial => TrialAmount is { } amount ? new Money(amount, Currency) : null;

    /// <summary>Gets the country that the tax was reckoned for.</summary>
    public CountryCode BillingCountry { get; init; }

    /// <summary>
    /// Gets whether your own processor would take the payment; then you owe the tax and the amounts leave it out.
    /// </summary>
    public bool IsByop { get; init; }

    /// <summary>Gets the business that a public register names for the tax id, where there is one.</summary>
    public string? TaxIdBusinessName { get; init; }

    /// <summary>Gets what kind of tax id it is, such as <c>VAT Number</c>, when it is valid.</summary>
    public string? TaxIdFormatName { get; init; }

    /// <summary>Gets what is wrong with the tax id, if anything.</summary>
    public string? TaxIdErrMsg { get; init; }

    /// <summary>
    /// Returns what is due now for one of <see cref="Subscriptions"/>, tax included, or null if the answer does not say
    /// it.
    /// </summary>
    public Money? DueNowOf(CheckoutPreviewSubscription subscription) =>
        InCurrency(Check.NotNull(subscription, nameof(subscription)).AmountDueNow);

    /// <summary>
    /// Returns the tax that is due now for one of <see cref="Subscriptions"/>, or null if there is none.
    /// </summary>
    public Money? TaxDueNowOf(CheckoutPreviewSubscription subscription) =>
        InCurrency(Check.NotNull(subscription, nameof(subscription)).TaxDueNow);

    /// <summary>
    /// Returns what is due every period for one of <see cref="Subscriptions"/>, tax included, or null if the answer
    /// does not say it.
    /// </summary>
    public Money? DuePerPeriodOf(CheckoutPreviewSubscription subscription) =>
        InCurrency(Check.NotNull(subscription, nameof(subscription)).RecurringAmount);

    /// <summary>
    /// Returns the tax that is due every period for one of <see cref="Subscriptions"/>, or null if there is none.
    /// </summary>
    public Money? RecurringTaxOf(CheckoutPreviewSubscription subscription) =>
        InCurrency(Check.NotNull(subscription, nameof(subscription)).RecurringTax);

    private Money? Of(PriceBreakup? breakup) => InCurrency(breakup?.TotalAmount);

    // An amount without a currency compares with nothing.
    private Money? InCurrency(long? minorUnits) =>
        minorUnits is { } amount && Currency.Value.Length > 0 ? new Money(amount, Currency) : null;
}
