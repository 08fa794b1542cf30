namespace DodoUpsell;

/// <summary>Represents a product of the catalogue (<c>GET /products/{id}</c>).</summary>
public sealed record Product : ApiObject
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

    /// <summary>
    /// Gets the catalogue price. The amount that a customer pays depends on tax, currency and discounts: preview a
    /// checkout or a plan change to get it.
    /// </summary>
    public Price? Price { get; init; }

    /// <summary>Gets how the price is localised, or null if it is not.</summary>
    public PricingMode? PricingMode { get; init; }

    /// <summary>Gets the tax category of the product.</summary>
    public TaxCategory TaxCategory { get; init; }

    /// <summary>Gets the ids of the add-ons that are available for a subscription product.</summary>
    public IReadOnlyList<string>? Addons { get; init; }

    /// <summary>Gets the id of the product collection that contains the product.</summary>
    public string? ProductCollectionId { get; init; }

    /// <summary>Gets the credits that come with the product.</summary>
    public IReadOnlyList<ProductCreditEntitlement> CreditEntitlements
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Gets the entitlements that come with the product.</summary>
    public IReadOnlyList<ProductEntitlement> Entitlements
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Gets the files that come with the product.</summary>
    public DigitalProductDelivery? DigitalProductDelivery { get; init; }

    /// <summary>Gets whether license keys come with the product. Superseded by <see cref="Entitlements"/>.</summary>
    public bool LicenseKeyEnabled { get; init; }

    /// <summary>
    /// Gets the message that is shown to the customer on activation. Superseded by <see cref="Entitlements"/>.
    /// </summary>
    public string? LicenseKeyActivationMessage { get; init; }

    /// <summary>Gets the maximum number of installations per key. Superseded by <see cref="Entitlements"/>.</summary>
    public int? LicenseKeyActivationsLimit { get; init; }

    /// <summary>Gets the validity period of a license key, or null if keys never expire.</summary>
    public LicenseKeyDuration? LicenseKeyDuration { get; init; }

    /// <summary>Gets your own metadata on the product. It is not copied to payments.</summary>
    public Metadata Metadata
    {
        get;
        init => field = value ?? Metadata.Empty;
    } = Metadata.Empty;

    /// <summary>Gets the time at which the product was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets the time at which the product was last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Gets the id of the brand to which the product belongs.</summary>
    public string BrandId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the id of your business.</summary>
    public string BusinessId
    {
        get;
        init => field = value ?? "";
    } = "";
}
