using System.Text.Json.Serialization;

namespace DodoUpsell;

/// <summary>Represents a product of a previewed cart with its prices.</summary>
public sealed record CheckoutPreviewItem : ApiObject
{
    /// <summary>Gets the product's id.</summary>
    public required string ProductId { get; init; }

    /// <summary>Gets the name of the product.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the description of the product.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the quantity.</summary>
    public int Quantity { get; init; }

    /// <summary>Gets the catalogue price, in minor units of <see cref="OgCurrency"/>.</summary>
    public long OgPrice { get; init; }

    /// <summary>Gets <see cref="OgPrice"/> as <see cref="Money"/>.</summary>
    [JsonIgnore]
    public Money OgPriceMoney => new(OgPrice, OgCurrency);

    /// <summary>Gets the currency of the catalogue price.</summary>
    public Currency OgCurrency { get; init; }

    /// <summary>Gets the currency in which the customer would be charged.</summary>
    public Currency Currency { get; init; }

    /// <summary>Gets the price after discounts, in minor units of <see cref="Currency"/>.</summary>
    public long DiscountedPrice { get; init; }

    /// <summary>Gets <see cref="DiscountedPrice"/> as <see cref="Money"/>.</summary>
    [JsonIgnore]
    public Money DiscountedPriceMoney => new(DiscountedPrice, Currency);

    /// <summary>
    /// Gets the discount in basis points (1500 is 15 %), or null if there is none or the code is flat.
    /// </summary>
    public int? DiscountAmount { get; init; }

    /// <summary>Gets the number of billing periods to which the discount applies.</summary>
    public int? DiscountCycle { get; init; }

    /// <summary>Gets the tax, in minor units of <see cref="Currency"/>.</summary>
    public long? Tax { get; init; }

    /// <summary>Gets <see cref="Tax"/> as <see cref="Money"/>, or null if there is none.</summary>
    [JsonIgnore]
    public Money? TaxMoney => Tax is { } amount ? new Money(amount, Currency) : null;

    /// <summary>Gets the tax rate as returned by the API.</summary>
    public int TaxRate { get; init; }

    /// <summary>Gets whether the price includes the tax.</summary>
    public bool TaxInclusive { get; init; }

    /// <summary>Gets the tax category of the product.</summary>
    public TaxCategory TaxCategory { get; init; }

    /// <summary>
    /// Gets whether the product is a subscription, or null if the response does not contain it. Do not treat null as
    /// false.
    /// </summary>
    public bool? IsSubscription { get; init; }

    /// <summary>Gets whether the product is billed by usage.</summary>
    public bool IsUsageBased { get; init; }

    /// <summary>Gets the add-ons with their prices, or null if there are none.</summary>
    public IReadOnlyList<CheckoutPreviewAddon>? Addons { get; init; }

    /// <summary>Gets the meters of a product that is billed by usage.</summary>
    public IReadOnlyList<CheckoutPreviewMeter> Meters
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Gets the credits that come with the product.</summary>
    public IReadOnlyList<CheckoutCreditEntitlement> CreditEntitlements
    {
        get;
        init => field = value ?? [];
    } = [];
}
