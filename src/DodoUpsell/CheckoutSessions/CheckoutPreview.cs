using System.Text.Json.Serialization;

namespace DodoUpsell;

/// <summary>What a checkout would cost this customer (<c>POST /checkouts/preview</c>): show this, not the catalogue's price. Nothing is locked by it.</summary>
public sealed record CheckoutPreview : ApiObject
{
    /// <summary>The cart, priced.</summary>
    public IReadOnlyList<CheckoutPreviewItem> ProductCart { get; init => field = value ?? []; } = [];

    /// <summary>Currency of the amounts.</summary>
    public Currency Currency { get; init; }

    /// <summary>The whole price, in minor units of <see cref="Currency"/>.</summary>
    public long TotalPrice { get; init; }

    /// <summary><see cref="TotalPrice"/> in its currency.</summary>
    [JsonIgnore]
    public Money TotalPriceMoney => new(TotalPrice, Currency);

    /// <summary>The tax, in minor units of <see cref="Currency"/>; null when there is none or you owe it yourself.</summary>
    public long? TotalTax { get; init; }

    /// <summary><see cref="TotalTax"/> in its currency; null when there is none.</summary>
    [JsonIgnore]
    public Money? TotalTaxMoney => TotalTax is { } amount ? new Money(amount, Currency) : null;

    /// <summary>What is due now.</summary>
    public PriceBreakup? CurrentBreakup { get; init; }

    /// <summary>What is due every period; null without a subscription.</summary>
    public PriceBreakup? RecurringBreakup { get; init; }

    /// <summary>What is due now, in its currency; null when it was not said.</summary>
    [JsonIgnore]
    public Money? DueNow => Of(CurrentBreakup);

    /// <summary>What is due every period, in its currency; null without a subscription.</summary>
    [JsonIgnore]
    public Money? DuePerPeriod => Of(RecurringBreakup);

    /// <summary>When a subscription would renew next, reckoned from now; an estimate, and null without one.</summary>
    public DateTimeOffset? NextBillingDate { get; init; }

    /// <summary>Days of trial, free or paid; null without one.</summary>
    public int? TrialPeriodDays { get; init; }

    /// <summary>What a paid trial costs per unit, in minor units of <see cref="Currency"/>, after discounts and before tax.</summary>
    public long? TrialAmount { get; init; }

    /// <summary><see cref="TrialAmount"/> in its currency; null when there is none.</summary>
    [JsonIgnore]
    public Money? Trial => TrialAmount is { } amount ? new Money(amount, Currency) : null;

    /// <summary>The country that the tax was reckoned for.</summary>
    public CountryCode BillingCountry { get; init; }

    /// <summary>Whether your own processor would take the payment; then you owe the tax and the amounts leave it out.</summary>
    public bool IsByop { get; init; }

    /// <summary>The business that a public register names for the tax id, where there is one.</summary>
    public string? TaxIdBusinessName { get; init; }

    /// <summary>What kind of tax id it is, such as <c>VAT Number</c>, when it is valid.</summary>
    public string? TaxIdFormatName { get; init; }

    /// <summary>What is wrong with the tax id, if anything.</summary>
    public string? TaxIdErrMsg { get; init; }

    // An amount without a currency compares with nothing.
    private Money? Of(PriceBreakup? breakup) => breakup?.TotalAmount is { } amount && Currency.Value.Length > 0 ? new Money(amount, Currency) : null;
}
