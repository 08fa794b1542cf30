using System.Text.Json.Serialization;

namespace DodoUpsell;

/// <summary>What a plan change would come to.</summary>
public sealed record PlanChangeSummary : ApiObject
{
    /// <summary>Gets the currency that the customer pays in.</summary>
    public Currency Currency { get; init; }

    /// <summary>
    /// Gets what would be charged, tax included, in minor units of <see cref="Currency"/>; null when the answer does
    /// not say it. Never take null for nothing.
    /// </summary>
    public long? TotalAmount { get; init; }

    /// <summary>Gets <see cref="TotalAmount"/> in its currency; null when either is not given.</summary>
    [JsonIgnore]
    public Money? Total => Of(TotalAmount);

    /// <summary>Gets the tax in it, in minor units of <see cref="Currency"/>.</summary>
    public long? Tax { get; init; }

    /// <summary>Gets <see cref="Tax"/> in its currency; null when there is none.</summary>
    [JsonIgnore]
    public Money? TaxMoney => Tax is { } amount ? new Money(amount, Currency) : null;

    /// <summary>
    /// Gets how the customer's credit would move, in minor units of <see cref="Currency"/>: negative is used up for
    /// this charge, positive is granted, as on a downgrade. Null when the answer does not say it.
    /// </summary>
    public long? CustomerCredits { get; init; }

    /// <summary>Gets <see cref="CustomerCredits"/> in its currency; null when either is not given.</summary>
    [JsonIgnore]
    public Money? CustomerCreditsMoney => Of(CustomerCredits);

    /// <summary>Gets the currency in which it would be settled with you.</summary>
    public Currency SettlementCurrency { get; init; }

    /// <summary>
    /// Gets what would be settled with you before fees, in minor units of <see cref="SettlementCurrency"/>.
    /// </summary>
    public long SettlementAmount { get; init; }

    /// <summary>Gets <see cref="SettlementAmount"/> in its currency.</summary>
    [JsonIgnore]
    public Money Settlement => new(SettlementAmount, SettlementCurrency);

    /// <summary>Gets the tax in that, in minor units of <see cref="SettlementCurrency"/>.</summary>
    public long? SettlementTax { get; init; }

    /// <summary>Gets <see cref="SettlementTax"/> in its currency; null when there is none.</summary>
    [JsonIgnore]
    public Money? SettlementTaxMoney => SettlementTax is { } amount ? new Money(amount, SettlementCurrency) : null;

    private Money? Of(long? amount) =>
        amount is { } minorUnits && Currency.Value.Length > 0 ? new Money(minorUnits, Currency) : null;
}
