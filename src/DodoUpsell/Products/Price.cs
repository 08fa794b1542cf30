using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>
/// Represents a price of the catalogue: <see cref="OneTimePrice"/>, <see cref="RecurringPrice"/>,
/// <see cref="UsageBasedPrice"/> or a price of an unknown kind.
/// </summary>
[JsonConverter(typeof(PriceConverter))]
public abstract record Price : ApiObject
{
    private protected Price(string? type) => Type = type;

    /// <summary>Gets the wire value of the kind of price, or null if an unknown price has none.</summary>
    [JsonPropertyOrder(-1)]
    public string? Type { get; }
}

/// <summary>Represents a price that is paid once.</summary>
public sealed record OneTimePrice : Price
{
    internal const string TypeName = "one_time_price";

    /// <summary>Initializes a price that is paid once.</summary>
    public OneTimePrice()
        : base(TypeName) { }

    /// <summary>Gets the currency of the price.</summary>
    public Currency Currency { get; init; }

    /// <summary>
    /// Gets the price, in minor units of <see cref="Currency"/>. If <see cref="PayWhatYouWant"/> is true, this is the
    /// minimum amount.
    /// </summary>
    public long Price { get; init; }

    /// <summary>Gets <see cref="Price"/> as <see cref="Money"/>.</summary>
    [JsonIgnore]
    public Money PriceMoney => new(Price, Currency);

    /// <summary>Gets whether the customer chooses the amount to pay, with <see cref="Price"/> as the minimum.</summary>
    public bool PayWhatYouWant { get; init; }

    /// <summary>
    /// Gets the suggested amount if <see cref="PayWhatYouWant"/> is true, in minor units of <see cref="Currency"/>.
    /// </summary>
    public long? SuggestedPrice { get; init; }

    /// <summary>Gets <see cref="SuggestedPrice"/> as <see cref="Money"/>, or null if there is none.</summary>
    [JsonIgnore]
    public Money? SuggestedPriceMoney => SuggestedPrice is { } amount ? new Money(amount, Currency) : null;

    /// <summary>
    /// Gets the permanent reduction of the price in percent, from 0 to 100, or null if the response does not contain
    /// it. It is rounded if <see cref="DiscountBps"/> has fractions of a percent.
    /// </summary>
    public long? Discount { get; init; }

    /// <summary>
    /// Gets the permanent reduction of the price in basis points (1250 is 12.5 %), or null from servers before
    /// September 2026. Takes precedence over <see cref="Discount"/>.
    /// </summary>
    public int? DiscountBps { get; init; }

    /// <summary>
    /// Gets whether the price is adjusted to the buyer's purchasing power, or null if the response does not contain it.
    /// </summary>
    public bool? PurchasingPowerParity { get; init; }

    /// <summary>Gets whether the price includes the tax.</summary>
    public bool? TaxInclusive { get; init; }
}

/// <summary>Represents a price that is paid every period.</summary>
public sealed record RecurringPrice : Price
{
    internal const string TypeName = "recurring_price";

    /// <summary>Initializes a price that is paid every period.</summary>
    public RecurringPrice()
        : base(TypeName) { }

    /// <summary>Gets the currency of the price.</summary>
    public Currency Currency { get; init; }

    /// <summary>Gets the price per period, in minor units of <see cref="Currency"/>.</summary>
    public long Price { get; init; }

    /// <summary>Gets <see cref="Price"/> as <see cref="Money"/>.</summary>
    [JsonIgnore]
    public Money PriceMoney => new(Price, Currency);

    /// <summary>Gets the time between payments, in units of <see cref="PaymentFrequencyInterval"/>.</summary>
    public int PaymentFrequencyCount { get; init; }

    /// <summary>Gets the unit of <see cref="PaymentFrequencyCount"/>.</summary>
    public TimeInterval PaymentFrequencyInterval { get; init; }

    /// <summary>
    /// Gets the term after which a subscription expires, in units of <see cref="SubscriptionPeriodInterval"/>.
    /// </summary>
    public int SubscriptionPeriodCount { get; init; }

    /// <summary>Gets the unit of <see cref="SubscriptionPeriodCount"/>.</summary>
    public TimeInterval SubscriptionPeriodInterval { get; init; }

    /// <summary>Gets the length of the trial in days, or 0 for no trial.</summary>
    public int TrialPeriodDays { get; init; }

    /// <summary>
    /// Gets the price of the trial, in minor units of <see cref="Currency"/>, or null for a free trial.
    /// </summary>
    public long? TrialAmount { get; init; }

    /// <summary>Gets <see cref="TrialAmount"/> as <see cref="Money"/>, or null if there is none.</summary>
    [JsonIgnore]
    public Money? Trial => TrialAmount is { } amount ? new Money(amount, Currency) : null;

    /// <summary>Gets whether discount codes also reduce the price of the trial. Null means false.</summary>
    public bool? TrialApplyDiscounts { get; init; }

    /// <summary>
    /// Gets the permanent reduction of the price in percent, from 0 to 100, or null if the response does not contain
    /// it. It is rounded if <see cref="DiscountBps"/> has fractions of a percent.
    /// </summary>
    public long? Discount { get; init; }

    /// <summary>
    /// Gets the permanent reduction of the price in basis points (1250 is 12.5 %), or null from servers before
    /// September 2026. Takes precedence over <see cref="Discount"/>.
    /// </summary>
    public int? DiscountBps { get; init; }

    /// <summary>
    /// Gets whether the price is adjusted to the buyer's purchasing power, or null if the response does not contain it.
    /// </summary>
    public bool? PurchasingPowerParity { get; init; }

    /// <summary>Gets whether the price includes the tax.</summary>
    public bool? TaxInclusive { get; init; }

    /// <summary>
    /// Gets whether the customer may start a free trial without a payment method, or null if the response does not
    /// contain it.
    /// </summary>
    public bool? TrialPaymentMethodOptional { get; init; }

    /// <summary>
    /// Gets whether the customer may subscribe without a payment method if nothing is due, or null if the response does
    /// not contain it.
    /// </summary>
    public bool? ZeroAmountPaymentMethodOptional { get; init; }
}

/// <summary>Represents a price that depends on usage, in addition to a fixed amount per period.</summary>
public sealed record UsageBasedPrice : Price
{
    internal const string TypeName = "usage_based_price";

    /// <summary>Initializes a price that depends on usage.</summary>
    public UsageBasedPrice()
        : base(TypeName) { }

    /// <summary>Gets the currency of the price.</summary>
    public Currency Currency { get; init; }

    /// <summary>
    /// Gets the fixed amount per period, independent of usage, in minor units of <see cref="Currency"/>.
    /// </summary>
    public long FixedPrice { get; init; }

    /// <summary>Gets <see cref="FixedPrice"/> as <see cref="Money"/>.</summary>
    [JsonIgnore]
    public Money FixedPriceMoney => new(FixedPrice, Currency);

    /// <summary>Gets the meters.</summary>
    public IReadOnlyList<PriceMeter>? Meters { get; init; }

    /// <summary>Gets the time between payments, in units of <see cref="PaymentFrequencyInterval"/>.</summary>
    public int PaymentFrequencyCount { get; init; }

    /// <summary>Gets the unit of <see cref="PaymentFrequencyCount"/>.</summary>
    public TimeInterval PaymentFrequencyInterval { get; init; }

    /// <summary>
    /// Gets the term after which a subscription expires, in units of <see cref="SubscriptionPeriodInterval"/>.
    /// </summary>
    public int SubscriptionPeriodCount { get; init; }

    /// <summary>Gets the unit of <see cref="SubscriptionPeriodCount"/>.</summary>
    public TimeInterval SubscriptionPeriodInterval { get; init; }

    /// <summary>
    /// Gets the permanent reduction of the price in percent, from 0 to 100, or null if the response does not contain
    /// it. It is rounded if <see cref="DiscountBps"/> has fractions of a percent.
    /// </summary>
    public long? Discount { get; init; }

    /// <summary>
    /// Gets the permanent reduction of the price in basis points (1250 is 12.5 %), or null from servers before
    /// September 2026. Takes precedence over <see cref="Discount"/>.
    /// </summary>
    public int? DiscountBps { get; init; }

    /// <summary>
    /// Gets whether the price is adjusted to the buyer's purchasing power, or null if the response does not contain it.
    /// </summary>
    public bool? PurchasingPowerParity { get; init; }

    /// <summary>Gets whether the price includes the tax.</summary>
    public bool? TaxInclusive { get; init; }
}

/// <summary>
/// Represents a price of a kind that this version of the SDK does not know. See
/// <see cref="ApiObject.AdditionalProperties"/>.
/// </summary>
public sealed record UnknownPrice : Price
{
    /// <summary>Initializes a price of the given kind.</summary>
    [JsonConstructor]
    public UnknownPrice(string? type)
        : base(type) { }
}
