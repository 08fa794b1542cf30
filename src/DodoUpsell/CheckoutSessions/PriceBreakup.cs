namespace DodoUpsell;

/// <summary>
/// How an amount of a preview comes about. Amounts are minor units of <see cref="CheckoutPreview.Currency"/>.
/// </summary>
public sealed record PriceBreakup : ApiObject
{
    /// <summary>Gets the price before discount codes and tax, localised pricing included.</summary>
    public long Subtotal { get; init; }

    /// <summary>Gets what discount codes take off.</summary>
    public long Discount { get; init; }

    /// <summary>Gets the tax; null when there is none.</summary>
    public long? Tax { get; init; }

    /// <summary>Gets what is to be paid; null when the answer does not say it. Never take null for nothing.</summary>
    public long? TotalAmount { get; init; }
}
