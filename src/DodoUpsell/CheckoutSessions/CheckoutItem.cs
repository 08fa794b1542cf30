namespace DodoUpsell;

/// <summary>A product in the cart of a checkout session.</summary>
public sealed record CheckoutItem : ApiObject
{
    /// <summary>Gets the product's id.</summary>
    public required string ProductId { get; init; }

    /// <summary>Gets how many, at least 1.</summary>
    public required int Quantity { get; init; }

    /// <summary>
    /// Gets what the customer chose to pay, in minor units of the price's currency. Only for one-time products with a
    /// price of the customer's choice, and ignored for others.
    /// </summary>
    public long? Amount { get; init; }

    /// <summary>Add-ons, each once; for subscription products only.</summary>
    public IReadOnlyList<AddonQuantity>? Addons { get; init; }

    /// <summary>Gets how many credits this purchase grants, where it differs from the product.</summary>
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
