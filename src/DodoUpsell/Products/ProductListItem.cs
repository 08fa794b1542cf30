using System.Text.Json.Serialization;

namespace DodoUpsell;

/// <summary>Represents a product in a list (<c>GET /products</c>).</summary>
public sealed record ProductListItem : ApiObject
{
    /// <summary>Gets the product's id.</summary>
    public required string ProductId { get; init; }

    /// <summary>Gets the name of the product.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the description of the product.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the URL of the product image.</summary>
    public string? Image { get; init; }

    /// <summary>Gets whether the product is a subscription.</summary>
    public bool IsRecurring { get; init; }

    /// <summary>Gets the catalogue price, in minor units of <see cref="Currency"/>.</summary>
    public long? Price { get; init; }

    /// <summary>
    /// Gets <see cref="Price"/> as <see cref="Money"/>, or null if the price or its currency is missing.
    /// </summary>
    [JsonIgnore]
    public Money? PriceMoney => Price is { } amount && Currency is { } currency ? new Money(amount, currency) : null;

    /// <summary>Gets the currency of <see cref="Price"/>.</summary>
    public Currency? Currency { get; init; }

    /// <summary>Gets the full details of the price.</summary>
    public Price? PriceDetail { get; init; }

    /// <summary>Gets whether the price includes the tax.</summary>
    public bool? TaxInclusive { get; init; }

    /// <summary>Gets how the price is localised, or null if it is not.</summary>
    public PricingMode? PricingMode { get; init; }

    /// <summary>Gets the tax category of the product.</summary>
    public TaxCategory TaxCategory { get; init; }

    /// <summary>Gets the entitlements that come with the product.</summary>
    public IReadOnlyList<ProductEntitlement> Entitlements
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Gets your own metadata on the product.</summary>
    public Metadata Metadata
    {
        get;
        init => field = value ?? Metadata.Empty;
    } = Metadata.Empty;

    /// <summary>Gets the time at which the product was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets the time at which the product was last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Gets the id of your business.</summary>
    public string BusinessId
    {
        get;
        init => field = value ?? "";
    } = "";
}
