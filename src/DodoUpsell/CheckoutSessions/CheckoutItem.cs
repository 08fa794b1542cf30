namespace DodoUpsell;

/// <summary>Represents a product in the cart of a checkout session.</summary>
public sealed record CheckoutItem : ApiObject
{
    /// <summary>Gets the product's id.</summary>
    public required string ProductId { get; init; }

    /// <summary>Gets the quantity. Must be at least 1.</summary>
    public required int Quantity { get; init; }

    /// <summary>
    /// Gets the amount that the customer chose to pay, in minor units of the price's currency. Only for one-time
    /// products with a pay-what-you-want price; ignored for other products.
    /// </summary>
    public long? Amount { get; init; }

    /// <summary>Gets the add-ons, each add-on at most once. Only for subscription products.</summary>
    public IReadOnlyList<AddonQuantity>? Addons { get; init; }

    /// <summary>Gets the numbers of credits that this purchase grants instead of those of the product.</summary>
    public IReadOnlyList<CreditEntitlementOverride>? CreditEntitlements { get; init; }

    internal void Validate(string name)
    {
        Check.NotBlank(ProductId, nameof(ProductId), name);
        Check.AtLeast(Quantity, 1, nameof(Quantity), name);
        Check.Amount(Amount, nameof(Amount), name);
        AddonQuantity.ValidateAll(Addons, nameof(Addons), name);
        Check.Each(
            CreditEntitlements,
            nameof(CreditEntitlements),
            static (credits, path) => credits.Validate(path),
            name
        );
    }
}
