namespace DodoUpsell;

/// <summary>
/// Represents a charge of an on-demand subscription (<c>POST /subscriptions/{subscription_id}/charge</c>). Sending the
/// request again charges again.
/// </summary>
public sealed record ChargeSubscriptionRequest : ApiObject
{
    /// <summary>Gets the amount, in minor units of <see cref="ProductCurrency"/>.</summary>
    public required long ProductPrice { get; init; }

    /// <summary>Gets the currency of <see cref="ProductPrice"/>. The default is the currency of the product.</summary>
    public Currency? ProductCurrency { get; init; }

    /// <summary>Gets the description on the invoice. The default is the description of the product.</summary>
    public string? ProductDescription { get; init; }

    /// <summary>Gets your own metadata of the payment. The default is the metadata of the subscription.</summary>
    public Metadata? Metadata { get; init; }

    /// <summary>Gets how the charge may use the customer's wallet.</summary>
    public CustomerBalanceConfig? CustomerBalanceConfig { get; init; }

    /// <summary>
    /// Gets whether the price includes the currency conversion fees. Ignored unless adaptive pricing is on.
    /// </summary>
    public bool? AdaptiveCurrencyFeesInclusive { get; init; }

    internal void Validate()
    {
        Check.Amount(ProductPrice, nameof(ProductPrice));
        Check.Metadata(Metadata, nameof(Metadata));
    }
}
