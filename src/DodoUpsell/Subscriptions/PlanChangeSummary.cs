using System.Text.Json.Serialization;

namespace DodoUpsell;

/// <summary>Represents the totals of a plan change.</summary>
public sealed record PlanChangeSummary : ApiObject
{
    /// <summary>Gets the currency in which the customer would pay.</summary>
    public Currency Currency { get; init; }

    /// <summary>
    /// Gets the amount that would be charged, including tax, in minor units of <see cref="Currency"/>, or null if the
    /// response does not contain it. Do not treat null as zero.
    /// </summary>
    public long? TotalAmount { get; init; }

    /// <summary>
    /// Gets <see cref="TotalAmount"/> as <see cref="Money"/>, or null if the amount or its currency is missing.
    /// </summary>
    [JsonIgnore]
    public Money? Total => Of(TotalAmount);

    /// <summary>Gets the tax included in <see cref="TotalAmount"/>, in minor units of <see cref="Currency"/>.</summary>
    public long? Tax { get; init; }

    /// <summary>Gets <see cref="Tax"/> as <see cref="Money"/>, or null if there is none.</summary>
    [JsonIgnore]
    public Money? TaxMoney => Tax is { } amount ? new Money(amount, Currency) : null;

    /// <summary>
    /// Gets the change in the customer's credit, in minor units of <see cref="Currency"/>, or null if the response does
    /// not contain it. A negative amount is credit used for this charge; a positive amount is credit granted, as on a
    /// downgrade.
    /// </summary>
    public long? CustomerCredits { get; init; }

    /// <summary>
    /// Gets <see cref="CustomerCredits"/> as <see cref="Money"/>, or null if the amount or its currency is missing.
    /// </summary>
    [JsonIgnore]
    public Money? CustomerCreditsMoney => Of(CustomerCredits);

    /// <summary>Gets the currency in which the charge would be settled with you.</summary>
    public Currency SettlementCurrency { get; init; }

    /// <summary>
    /// Gets the amount that would be settled with you before fees, in minor units of <see cref="SettlementCurrency"/>.
    /// </summary>
    public long SettlementAmount { get; init; }

    /// <summary>Gets <see cref="SettlementAmount"/> as <see cref="Money"/>.</summary>
    [JsonIgnore]
    public Money Settlement => new(SettlementAmount, SettlementCurrency);

    /// <summary>
    /// Gets the tax included in <see cref="SettlementAmount"/>, in minor units of <see cref="SettlementCurrency"/>.
    /// </summary>
    public long? SettlementTax { get; init; }

    /// <summary>Gets <see cref="SettlementTax"/> as <see cref="Money"/>, or null if there is none.</summary>
    [JsonIgnore]
    public Money? SettlementTaxMoney => SettlementTax is { } amount ? new Money(amount, SettlementCurrency) : null;

    private Money? Of(long? amount) =>
        amount is { } minorUnits && Currency.Value.Length > 0 ? new Money(minorUnits, Currency) : null;
}
