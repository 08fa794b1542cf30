using System.Text.Json.Serialization;

namespace DodoUpsell;

/// <summary>An add-on of a previewed cart, priced.</summary>
public sealed record CheckoutPreviewAddon : ApiObject
{
    /// <summary>Gets the add-on's id.</summary>
    public required string AddonId { get; init; }

    /// <summary>Gets its name.</summary>
    public string Name
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets its description.</summary>
    public string? Description { get; init; }

    /// <summary>Gets how many; 0 when it is only offered.</summary>
    public int Quantity { get; init; }

    /// <summary>Gets the price in the catalogue, in minor units of <see cref="OgCurrency"/>.</summary>
    public long OgPrice { get; init; }

    /// <summary>Gets <see cref="OgPrice"/> in its currency.</summary>
    [JsonIgnore]
    public Money OgPriceMoney => new(OgPrice, OgCurrency);

    /// <summary>Gets the currency of the price in the catalogue.</summary>
    public Currency OgCurrency { get; init; }

    /// <summary>Gets the currency that would be charged.</summary>
    public Currency Currency { get; init; }

    /// <summary>Gets the price of one, in minor units of <see cref="Currency"/>, before discounts and tax.</summary>
    public long SingleQuantityPrice { get; init; }

    /// <summary>Gets <see cref="SingleQuantityPrice"/> in its currency.</summary>
    [JsonIgnore]
    public Money SingleQuantityPriceMoney => new(SingleQuantityPrice, Currency);

    /// <summary>Gets the price after discounts, in minor units of <see cref="Currency"/>.</summary>
    public long DiscountedPrice { get; init; }

    /// <summary>Gets <see cref="DiscountedPrice"/> in its currency.</summary>
    [JsonIgnore]
    public Money DiscountedPriceMoney => new(DiscountedPrice, Currency);

    /// <summary>Gets the discount in basis points (1500 is 15 %); null without one and for flat codes.</summary>
    public int? DiscountAmount { get; init; }

    /// <summary>Gets the tax, in minor units of <see cref="Currency"/>.</summary>
    public long? Tax { get; init; }

    /// <summary>Gets <see cref="Tax"/> in its currency; null when there is none.</summary>
    [JsonIgnore]
    public Money? TaxMoney => Tax is { } amount ? new Money(amount, Currency) : null;

    /// <summary>Gets the tax rate as the API states it.</summary>
    public int TaxRate { get; init; }

    /// <summary>Gets whether the price contains the tax.</summary>
    public bool TaxInclusive { get; init; }

    /// <summary>Gets what it is for tax purposes.</summary>
    public TaxCategory TaxCategory { get; init; }
}
