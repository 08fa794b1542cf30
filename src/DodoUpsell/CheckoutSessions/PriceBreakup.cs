namespace DodoUpsell;

/// <summary>
/// How an amount of a preview comes about. Amounts are minor units of <see cref="CheckoutPreview.Currency"/>.
/// </summary>
public sealed record PriceBreakup : ApiObject
{
    /// <summary>The price before discount codes and tax, localised pricing included.</summary>
    public long Subtotal { get; init; }

    /// <summary>What discount codes take off.</summary>
    public long Discount { get; init; }

    /// <summary>The tax; null when there is none.</summary>
    public long? Tax { get; init; }

    /// <summary>What is to be paid; null when the answer does not say it. Never take null for nothing.</summary>
    public long? TotalAmount { get; init; }
}
