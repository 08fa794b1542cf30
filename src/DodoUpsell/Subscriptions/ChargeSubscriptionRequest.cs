namespace DodoUpsell;

/// <summary>
/// Charges an on-demand subscription (<c>POST /subscriptions/{subscription_id}/charge</c>). Sending it again charges
/// again.
/// </summary>
public sealed record ChargeSubscriptionRequest : ApiObject
{
    /// <summary>Gets how much, in minor units of <see cref="ProductCurrency"/>.</summary>
    public required long ProductPrice { get; init; }

    /// <summary>Currency of <see cref="ProductPrice"/>; the product's own when left out.</summary>
    public Currency? ProductCurrency { get; init; }

    /// <summary>Gets what the bill says; the product's own description when left out.</summary>
    public string? ProductDescription { get; init; }

    /// <summary>Your own data for the payment; the subscription's own by default.</summary>
    public Metadata? Metadata { get; init; }

    /// <summary>Gets how the customer's wallet may be used.</summary>
    public CustomerBalanceConfig? CustomerBalanceConfig { get; init; }

    /// <summary>
    /// Gets whether currency conversion fees are inside the price. Ignored unless adaptive pricing is on.
    /// </summary>
    public bool? AdaptiveCurrencyFeesInclusive { get; init; }

    internal void Validate()
    {
        Check.Amount(ProductPrice, nameof(ProductPrice));
        Check.Metadata(Metadata, nameof(Metadata));
    }
}
