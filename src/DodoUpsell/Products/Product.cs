namespace DodoUpsell;

/// <summary>A product of the catalogue (<c>GET /products/{id}</c>).</summary>
public sealed record Product : ApiObject
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

    /// <summary>
    /// Gets its price in the catalogue. What a customer pays differs by tax, currency and discounts: preview a checkout
    /// or a plan change for that.
    /// </summary>
    public Price? Price { get; init; }

    /// <summary>Gets how its price is localised; null when it is not.</summary>
    public PricingMode? PricingMode { get; init; }

    /// <summary>Gets what it is for tax purposes.</summary>
    public TaxCategory TaxCategory { get; init; }

    /// <summary>Ids of the add-ons that can go with it, for subscriptions.</summary>
    public IReadOnlyList<string>? Addons { get; init; }

    /// <summary>Gets the collection it is in.</summary>
    public string? ProductCollectionId { get; init; }

    /// <summary>Credits that come with it.</summary>
    public IReadOnlyList<ProductCreditEntitlement> CreditEntitlements
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Gets what else a buyer is entitled to.</summary>
    public IReadOnlyList<ProductEntitlement> Entitlements
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Files that come with it.</summary>
    public DigitalProductDelivery? DigitalProductDelivery { get; init; }

    /// <summary>Gets whether license keys come with it; superseded by <see cref="Entitlements"/>.</summary>
    public bool LicenseKeyEnabled { get; init; }

    /// <summary>Gets what the customer is told on activation; superseded by <see cref="Entitlements"/>.</summary>
    public string? LicenseKeyActivationMessage { get; init; }

    /// <summary>On how many installations a key may be activated; superseded by <see cref="Entitlements"/>.</summary>
    public int? LicenseKeyActivationsLimit { get; init; }

    /// <summary>Gets how long a key is valid; null for ever.</summary>
    public LicenseKeyDuration? LicenseKeyDuration { get; init; }

    /// <summary>Your own data on the product. It is not passed on to payments.</summary>
    public Metadata Metadata
    {
        get;
        init => field = value ?? Metadata.Empty;
    } = Metadata.Empty;

    /// <summary>Gets when it was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets when it last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Gets the brand it belongs to.</summary>
    public string BrandId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Your business.</summary>
    public string BusinessId
    {
        get;
        init => field = value ?? "";
    } = "";
}
