namespace DodoUpsell;

/// <summary>
/// Represents a line item of a payment. Amounts are in minor units of <see cref="PaymentLineItems.Currency"/>.
/// </summary>
public sealed record PaymentLineItem : ApiObject
{
    /// <summary>Gets the id of the product or add-on, by which the line item is refunded.</summary>
    public required string ItemsId { get; init; }

    /// <summary>Gets the name of the line item.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the description of the line item.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the amount that was paid for the line item.</summary>
    public long Amount { get; init; }

    /// <summary>Gets the tax on the line item.</summary>
    public long Tax { get; init; }

    /// <summary>
    /// Gets the amount that can still be refunded. Prorated lines of plan changes cannot be refunded individually.
    /// </summary>
    public long RefundableAmount { get; init; }
}
