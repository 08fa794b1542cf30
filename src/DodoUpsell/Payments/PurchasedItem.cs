namespace DodoUpsell;

/// <summary>Represents a product that was bought.</summary>
public sealed record PurchasedItem : ApiObject
{
    /// <summary>Gets the product's id.</summary>
    public required string ProductId { get; init; }

    /// <summary>Gets the quantity.</summary>
    public int Quantity { get; init; }
}
