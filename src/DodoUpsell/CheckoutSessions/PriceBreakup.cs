namespace DodoUpsell;

/// <summary>
/// Represents the composition of an amount of a preview. Amounts are in minor units of
/// <see cref="CheckoutPreview.Currency"/>.
/// </summary>
public sealed record PriceBreakup : ApiObject
{
    /// <summary>Gets the price before discount codes and tax, including localised pricing.</summary>
    public long Subtotal { get; init; }

    /// <summary>Gets the reduction by discount codes.</summary>
    public long Discount { get; init; }

    /// <summary>Gets the tax, or null if there is none.</summary>
    public long? Tax { get; init; }

    /// <summary>
    /// Gets the amount to pay, or null if the response does not contain it. Do not treat null as zero.
    /// </summary>
    public long? TotalAmount { get; init; }
}
