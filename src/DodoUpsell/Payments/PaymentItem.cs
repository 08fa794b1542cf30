namespace DodoUpsell;

/// <summary>A one-time product in the cart of a payment or beside a new subscription.</summary>
public sealed record PaymentItem : ApiObject
{
    /// <summary>Gets the product's id.</summary>
    public required string ProductId { get; init; }

    /// <summary>Gets how many, at least 1.</summary>
    public int Quantity { get; init; }

    /// <summary>
    /// Gets what the customer chose to pay, in minor units of the price's currency. Only for prices of the customer's
    /// choice, and ignored for others.
    /// </summary>
    public long? Amount { get; init; }

    internal void Validate(string name)
    {
        Check.NotBlank(ProductId, nameof(ProductId), name);
        Check.AtLeast(Quantity, 1, nameof(Quantity), name);
        Check.Amount(Amount, nameof(Amount), name);
    }
}
