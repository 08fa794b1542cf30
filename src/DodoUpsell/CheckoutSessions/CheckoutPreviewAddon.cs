using System.Text.Json.Serialization;

namespace DodoUpsell;

/// <summary>An add-on of a previewed cart, priced.</summary>
public sealed record CheckoutPreviewAddon : ApiObject
{
    /// <summary>The add-on's id.</summary>
    public required string AddonId { get; init; }

    /// <summary>Its name.</summary>
    public string Name
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Its description.</summary>
    public string? Description { get; init; }

    /// <summary>How many; 0 when it is only offered.</summary>
    public int Quantity { get; init; }

    /// <summary>The price in the catalogue, in minor units of <see cref="OgCurrency"/>.</summary>
    public long OgPrice { get; init; }

    /// <summary><see cref="OgPrice"/> in its currency.</summary>
    [JsonIgnore]
    public Money OgPriceMoney => new(OgPrice, OgCurrency);

    /// <summary>The currency of the price in the catalogue.</summary>
    public Currency OgCurrency { get; init; }

    /// <summary>The currency that would be charged.</summary>
    public Currency Currency { get; init; }

    /// <summary>The price of one, in minor units of <see cref="Currency"/>, before discounts and tax.</summary>
    public long SingleQuantityPrice { get; init; }

    /// <summary><see cref="SingleQuantityPrice"/> in its currency.</summary>
    [JsonIgnore]
    public Money SingleQuantityPriceMoney => new(SingleQuantityPrice, Currency);

    /// <summary>The price after discounts, in minor units of <see cref="Currency"/>.</summary>
    public long DiscountedPrice { get; init; }

    /// <summary><see cref="DiscountedPrice"/> in its currency.</summary>
    [JsonIgnore]
    public Money DiscountedPriceMoney => new(DiscountedPrice, Currency);

    /// <summary>The discount in basis points (1500 is 15 %); null without one and for flat codes.</summary>
    public int? DiscountAmount { get; init; }

    /// <summary>The tax, in minor units of <see cref="Currency"/>.</summary>
    public long? Tax { get; init; }

    /// <summary><see cref="Tax"/> in its currency; null when there is none.</summary>
    [JsonIgnore]
    public Money? TaxMoney => Tax is { } amount ? new Money(amount, Currency) : null;

    /// <summary>The tax rate as the API states it.</summary>
    public int TaxRate { get; init; }

    /// <summary>Whether the price contains the tax.</summary>
    public bool TaxInclusive { get; init; }

    /// <summary>What it is for tax purposes.</summary>
    public TaxCategory TaxCategory { get; init; }
}
