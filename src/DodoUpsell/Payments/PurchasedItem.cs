namespace DodoUpsell;

/// <summary>A product that was bought.</summary>
public sealed record PurchasedItem : ApiObject
{
    /// <summary>Gets the product's id.</summary>
    public required string ProductId { get; init; }

    /// <summary>Gets how many.</summary>
    public int Quantity { get; init; }
}
