namespace DodoUpsell;

/// <summary>A product that was bought.</summary>
public sealed record PurchasedItem : ApiObject
{
    /// <summary>The product's id.</summary>
    public required string ProductId { get; init; }

    /// <summary>How many.</summary>
    public int Quantity { get; init; }
}
