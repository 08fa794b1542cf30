namespace DodoUpsell;

/// <summary>Represents a one-time product in the cart of a payment or of a new subscription.</summary>
public sealed record PaymentItem : ApiObject
{
    /// <summary>Gets the product's id.</summary>
    public required string ProductId { get; init; }

    /// <summary>Gets the quantity. Must be at least 1.</summary>
    public int Quantity { get; init; }

    /// <summary>
    /// Gets the amount that the customer chose to pay, in minor units of the price's currency. Only for
    /// pay-what-you-want prices; ignored for other prices.
    /// </summary>
    public long? Amount { get; init; }

    internal void Validate(string name)
    {
        Check.NotBlank(ProductId, nameof(ProductId), name);
        Check.AtLeast(Quantity, 1, nameof(Quantity), name);
        Check.Amount(Amount, nameof(Amount), name);
    }
}
