using System.Text.Json.Serialization;

namespace DodoUpsell;

/// <summary>Represents an add-on of a previewed cart with its prices.</summary>
public sealed record CheckoutPreviewAddon : ApiObject
{
    /// <summary>Gets the add-on's id.</summary>
    public required string AddonId { get; init; }

    /// <summary>Gets the name of the add-on.</summary>
    public string Name
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the description of the add-on.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the quantity. 0 means that the add-on is only offered.</summary>
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

    /// <summary>
    /// Gets the price of one unit, in minor units of <see cref="Currency"/>, before discounts and tax.
    /// </summary>
    public long SingleQuantityPrice { get; init; }

    /// <summary>Gets <see cref="SingleQuantityPrice"/> as <see cref="Money"/>.</summary>
    [JsonIgnore]
    public Money SingleQuantityPriceMoney => new(SingleQuantityPrice, Currency);

    /// <summary>Gets the price after discounts, in minor units of <see cref="Currency"/>.</summary>
    public long DiscountedPrice { get; init; }

    /// <summary>Gets <see cref="DiscountedPrice"/> as <see cref="Money"/>.</summary>
    [JsonIgnore]
    public Money DiscountedPriceMoney => new(DiscountedPrice, Currency);

    /// <summary>
    /// Gets the discount in basis points (1500 is 15 %), or null if there is none or the code is flat.
    /// </summary>
    public int? DiscountAmount { get; init; }

    /// <summary>Gets the tax, in minor units of <see cref="Currency"/>.</summary>
    public long? Tax { get; init; }

    /// <summary>Gets <see cref="Tax"/> as <see cref="Money"/>, or null if there is none.</summary>
    [JsonIgnore]
    public Money? TaxMoney => Tax is { } amount ? new Money(amount, Currency) : null;

    /// <summary>Gets the tax rate as returned by the API.</summary>
    public int TaxRate { get; init; }

    /// <summary>Gets whether the price includes the tax.</summary>
    public bool TaxInclusive { get; init; }

    /// <summary>Gets the tax category of the add-on.</summary>
    public TaxCategory TaxCategory { get; init; }
}
