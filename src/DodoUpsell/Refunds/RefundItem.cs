namespace DodoUpsell;

/// <summary>Represents the part of a payment to refund.</summary>
public sealed record RefundItem : ApiObject
{
    /// <summary>
    /// Gets the id of the product or add-on, which is the <see cref="PaymentLineItem.ItemsId"/> of the line item.
    /// </summary>
    public required string ItemId { get; init; }

    /// <summary>
    /// Gets the amount to refund, in minor units of the payment's currency. By default, the whole line item is
    /// refunded.
    /// </summary>
    public long? Amount { get; init; }

    /// <summary>Gets whether <see cref="Amount"/> includes the tax. The default is true.</summary>
    public bool? TaxInclusive { get; init; }

    internal void Validate(string name)
    {
        Check.NotBlank(ItemId, nameof(ItemId), name);
        Check.Amount(Amount, nameof(Amount), name);
    }
}
