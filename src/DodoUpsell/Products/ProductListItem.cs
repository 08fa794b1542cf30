using System.Text.Json.Serialization;

namespace DodoUpsell;

/// <summary>A product as lists show it (<c>GET /products</c>).</summary>
public sealed record ProductListItem : ApiObject
{
    /// <summary>Gets the product's id.</summary>
    public required string ProductId { get; init; }

    /// <summary>Gets its name.</summary>
    public string? Name { get; init; }

    /// <summary>Gets its description.</summary>
    public string? Description { get; init; }

    /// <summary>Gets where its picture is.</summary>
    public string? Image { get; init; }

    /// <summary>Gets whether it is a subscription.</summary>
    public bool IsRecurring { get; init; }

    /// <summary>Gets its price in the catalogue, in minor units of <see cref="Currency"/>.</summary>
    public long? Price { get; init; }

    /// <summary>Gets <see cref="Price"/> in its currency; null when either is not given.</summary>
    [JsonIgnore]
    public Money? PriceMoney => Price is { } amount && Currency is { } currency ? new Money(amount, currency) : null;

    /// <summary>Currency of <see cref="Price"/>.</summary>
    public Currency? Currency { get; init; }

    /// <summary>Gets its price in full.</summary>
    public Price? PriceDetail { get; init; }

    /// <summary>Gets whether the price contains the tax.</summary>
    public bool? TaxInclusive { get; init; }

    /// <summary>Gets how its price is localised; null when it is not.</summary>
    public PricingMode? PricingMode { get; init; }

    /// <summary>Gets what it is for tax purposes.</summary>
    public TaxCategory TaxCategory { get; init; }

    /// <summary>Gets what a buyer is entitled to.</summary>
    public IReadOnlyList<ProductEntitlement> Entitlements
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Your own data on the product.</summary>
    public Metadata Metadata
    {
        get;
        init => field = value ?? Metadata.Empty;
    } = Metadata.Empty;

    /// <summary>Gets when it was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets when it last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Your business.</summary>
    public string BusinessId
    {
        get;
        init => field = value ?? "";
    } = "";
}
