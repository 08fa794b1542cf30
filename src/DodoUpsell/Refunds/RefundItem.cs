namespace DodoUpsell;

/// <summary>Part of a payment that is returned.</summary>
public sealed record RefundItem : ApiObject
{
    /// <summary>Gets the product or add-on: the line's <see cref="PaymentLineItem.ItemsId"/>.</summary>
    public required string ItemId { get; init; }

    /// <summary>Gets how much of it, in minor units of the payment's currency; all of it when left out.</summary>
    public long? Amount { get; init; }

    /// <summary>Gets whether <see cref="Amount"/> contains the tax; it does by default.</summary>
    public bool? TaxInclusive { get; init; }

    internal void Validate(string name)
    {
        Check.NotBlank(ItemId, nameof(ItemId), name);
        Check.Amount(Amount, nameof(Amount), name);
    }
}
