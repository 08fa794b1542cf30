using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>
/// A price of the catalogue: <see cref="OneTimePrice"/>, <see cref="RecurringPrice"/>, <see cref="UsageBasedPrice"/> or
/// one not known yet.
/// </summary>
[JsonConverter(typeof(PriceConverter))]
public abstract record Price : ApiObject
{
    private protected Price(string? type) => Type = type;

    /// <summary>Gets the kind of price on the wire; null only when an unknown price came without one.</summary>
    [JsonPropertyOrder(-1)]
    public string? Type { get; }
}

/// <summary>A price that is paid once.</summary>
public sealed record OneTimePrice : Price
{
    internal const string TypeName = "one_time_price";

    /// <summary>A price that is paid once.</summary>
    public OneTimePrice()
        : base(TypeName) { }

    /// <summary>Gets the price's currency.</summary>
    public Currency Currency { get; init; }

    /// <summary>
    /// Gets the price, in minor units of <see cref="Currency"/>; the least amount where <see cref="PayWhatYouWant"/>.
    /// </summary>
    public long Price { get; init; }

    /// <summary>Gets <see cref="Price"/> in its currency.</summary>
    [JsonIgnore]
    public Money PriceMoney => new(Price, Currency);

    /// <summary>Gets whether the customer chooses what to pay, from <see cref="Price"/> up.</summary>
    public bool PayWhatYouWant { get; init; }

    /// <summary>
    /// Gets what the customer is suggested to pay where <see cref="PayWhatYouWant"/>, in minor units of
    /// <see cref="Currency"/>.
    /// </summary>
    public long? SuggestedPrice { get; init; }

    /// <summary>Gets <see cref="SuggestedPrice"/> in its currency; null when there is none.</summary>
    [JsonIgnore]
    public Money? SuggestedPriceMoney => SuggestedPrice is { } amount ? new Money(amount, Currency) : null;

    /// <summary>
    /// Gets a lasting reduction of the price, in percent, 0 to 100, rounded where <see cref="DiscountBps"/> has
    /// fractions of a percent; null when the answer does not say it.
    /// </summary>
    public long? Discount { get; init; }

    /// <summary>
    /// Gets the lasting reduction of the price in basis points (1250 is 12.5 %), or null from servers before September
    /// 2026. Takes precedence over <see cref="Discount"/>.
    /// </summary>
    public int? DiscountBps { get; init; }

    /// <summary>
    /// Gets whether the price follows the buyer's purchasing power; null when the answer does not say it.
    /// </summary>
    public bool? PurchasingPowerParity { get; init; }

    /// <summary>Gets whether the price contains the tax.</summary>
    public bool? TaxInclusive { get; init; }
}

/// <summary>A price that is paid every period.</summary>
public sealed record RecurringPrice : Price
{
    internal const string TypeName = "recurring_price";

    /// <summary>A price that is paid every period.</summary>
    public RecurringPrice()
        : base(TypeName) { }

    /// <summary>Gets the price's currency.</summary>
    public Currency Currency { get; init; }

    /// <summary>Gets the price of one period, in minor units of <see cref="Currency"/>.</summary>
    public long Price { get; init; }

    /// <summary>Gets <see cref="Price"/> in its currency.</summary>
    [JsonIgnore]
    public Money PriceMoney => new(Price, Currency);

    /// <summary>Number of <see cref="PaymentFrequencyInterval"/>s between payments.</summary>
    public int PaymentFrequencyCount { get; init; }

    /// <summary>Gets the unit of <see cref="PaymentFrequencyCount"/>.</summary>
    public TimeInterval PaymentFrequencyInterval { get; init; }

    /// <summary>Number of <see cref="SubscriptionPeriodInterval"/>s after which a subscription expires.</summary>
    public int SubscriptionPeriodCount { get; init; }

    /// <summary>Gets the unit of <see cref="SubscriptionPeriodCount"/>.</summary>
    public TimeInterval SubscriptionPeriodInterval { get; init; }

    /// <summary>Days of trial; 0 for none.</summary>
    public int TrialPeriodDays { get; init; }

    /// <summary>Gets what the trial costs, in minor units of <see cref="Currency"/>; null for a free one.</summary>
    public long? TrialAmount { get; init; }

    /// <summary>Gets <see cref="TrialAmount"/> in its currency; null when there is none.</summary>
    [JsonIgnore]
    public Money? Trial => TrialAmount is { } amount ? new Money(amount, Currency) : null;

    /// <summary>Gets whether discount codes also reduce what the trial costs; null like false.</summary>
    public bool? TrialApplyDiscounts { get; init; }

    /// <summary>
    /// Gets a lasting reduction of the price, in percent, 0 to 100, rounded where <see cref="DiscountBps"/> has
    /// fractions of a percent; null when the answer does not say it.
    /// </summary>
    public long? Discount { get; init; }

    /// <summary>
    /// Gets the lasting reduction of the price in basis points (1250 is 12.5 %), or null from servers before September
    /// 2026. Takes precedence over <see cref="Discount"/>.
    /// </summary>
    public int? DiscountBps { get; init; }

    /// <summary>
    /// Gets whether the price follows the buyer's purchasing power; null when the answer does not say it.
    /// </summary>
    public bool? PurchasingPowerParity { get; init; }

    /// <summary>Gets whether the price contains the tax.</summary>
    public bool? TaxInclusive { get; init; }

    /// <summary>
    /// Gets whether the customer may start a free trial without a payment method, or null if the answer does not say
    /// it.
    /// </summary>
    public bool? TrialPaymentMethodOptional { get; init; }

    /// <summary>
    /// Gets whether the customer may subscribe without a payment method when nothing is due, or null if the answer does
    /// not say it.
    /// </summary>
    public bool? ZeroAmountPaymentMethodOptional { get; init; }
}

/// <summary>A price that depends on what is used, beside a fixed amount every period.</summary>
public sealed record UsageBasedPrice : Price
{
    internal const string TypeName = "usage_based_price";

    /// <summary>A price that depends on what is used.</summary>
    public UsageBasedPrice()
        : base(TypeName) { }

    /// <summary>Gets the price's currency.</summary>
    public Currency Currency { get; init; }

    /// <summary>Gets what each period costs whatever is used, in minor units of <see cref="Currency"/>.</summary>
    public long FixedPrice { get; init; }

    /// <summary>Gets <see cref="FixedPrice"/> in its currency.</summary>
    [JsonIgnore]
    public Money FixedPriceMoney => new(FixedPrice, Currency);

    /// <summary>Gets what is metered.</summary>
    public IReadOnlyList<PriceMeter>? Meters { get; init; }

    /// <summary>Number of <see cref="PaymentFrequencyInterval"/>s between payments.</summary>
    public int PaymentFrequencyCount { get; init; }

    /// <summary>Gets the unit of <see cref="PaymentFrequencyCount"/>.</summary>
    public TimeInterval PaymentFrequencyInterval { get; init; }

    /// <summary>Number of <see cref="SubscriptionPeriodInterval"/>s after which a subscription expires.</summary>
    public int SubscriptionPeriodCount { get; init; }

    /// <summary>Gets the unit of <see cref="SubscriptionPeriodCount"/>.</summary>
    public TimeInterval SubscriptionPeriodInterval { get; init; }

    /// <summary>
    /// Gets a lasting reduction of the price, in percent, 0 to 100, rounded where <see cref="DiscountBps"/> has
    /// fractions of a percent; null when the answer does not say it.
    /// </summary>
    public long? Discount { get; init; }

    /// <summary>
    /// Gets the lasting reduction of the price in basis points (1250 is 12.5 %), or null from servers before September
    /// 2026. Takes precedence over <see cref="Discount"/>.
    /// </summary>
    public int? DiscountBps { get; init; }

    /// <summary>
    /// Gets whether the price follows the buyer's purchasing power; null when the answer does not say it.
    /// </summary>
    public bool? PurchasingPowerParity { get; init; }

    /// <summary>Gets whether the price contains the tax.</summary>
    public bool? TaxInclusive { get; init; }
}

/// <summary>
/// A kind of price that this version of the SDK does not know; see <see cref="ApiObject.AdditionalProperties"/>.
/// </summary>
public sealed record UnknownPrice : Price
{
    /// <summary>A price of this kind.</summary>
    [JsonConstructor]
    public UnknownPrice(string? type)
        : base(type) { }
}
