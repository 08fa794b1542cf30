namespace DodoUpsell;

/// <summary>A line of a payment. Amounts are minor units of <see cref="PaymentLineItems.Currency"/>.</summary>
public sealed record PaymentLineItem : ApiObject
{
    /// <summary>Gets the product or add-on, by which the line is refunded.</summary>
    public required string ItemsId { get; init; }

    /// <summary>Gets what it is called.</summary>
    public string? Name { get; init; }

    /// <summary>Gets what it is.</summary>
    public string? Description { get; init; }

    /// <summary>Gets what was paid for it.</summary>
    public long Amount { get; init; }

    /// <summary>Gets the tax on it.</summary>
    public long Tax { get; init; }

    /// <summary>
    /// Gets what can still be refunded of it. Prorated lines of plan changes cannot be refunded one by one.
    /// </summary>
    public long RefundableAmount { get; init; }
}
