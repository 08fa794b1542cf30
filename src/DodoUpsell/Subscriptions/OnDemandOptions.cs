namespace DodoUpsell;

/// <summary>
/// Specifies the settings of an on-demand subscription: the customer authorises the payment method once, and you decide
/// when to charge it.
/// </summary>
/// <remarks>On-demand subscriptions support no add-ons, discounts, one-time products or plan changes.</remarks>
public sealed record OnDemandOptions : ApiObject
{
    /// <summary>Gets whether the payment method is only authorised and not charged now.</summary>
    public required bool MandateOnly { get; init; }

    /// <summary>
    /// Gets the amount that is charged at the start, in minor units of <see cref="ProductCurrency"/>. The default is
    /// the price of the product.
    /// </summary>
    public long? ProductPrice { get; init; }

    /// <summary>Gets the currency of <see cref="ProductPrice"/>. The default is the currency of the product.</summary>
    public Currency? ProductCurrency { get; init; }

    /// <summary>Gets the description on the invoice. The default is the description of the product.</summary>
    public string? ProductDescription { get; init; }

    /// <summary>
    /// Gets whether the price includes the currency conversion fees. Ignored unless adaptive pricing is on.
    /// </summary>
    public bool? AdaptiveCurrencyFeesInclusive { get; init; }

    internal void Validate(string name) => Check.Amount(ProductPrice, nameof(ProductPrice), name);
}
