namespace DodoUpsell;

/// <summary>
/// Makes a subscription on-demand: the customer authorises their method once and you charge it when you choose.
/// </summary>
/// <remarks>On-demand subscriptions take no add-ons, no discounts, no one-time products and no plan change.</remarks>
public sealed record OnDemandOptions : ApiObject
{
    /// <summary>True to authorise the method without charging it now.</summary>
    public required bool MandateOnly { get; init; }

    /// <summary>
    /// Gets what is charged at the start, in minor units of <see cref="ProductCurrency"/>; the product's own price when
    /// left out.
    /// </summary>
    public long? ProductPrice { get; init; }

    /// <summary>Currency of <see cref="ProductPrice"/>; the product's own when left out.</summary>
    public Currency? ProductCurrency { get; init; }

    /// <summary>Gets what the bill says; the product's own description when left out.</summary>
    public string? ProductDescription { get; init; }

    /// <summary>
    /// Gets whether currency conversion fees are inside the price. Ignored unless adaptive pricing is on.
    /// </summary>
    public bool? AdaptiveCurrencyFeesInclusive { get; init; }

    internal void Validate(string name) => Check.Amount(ProductPrice, nameof(ProductPrice), name);
}
