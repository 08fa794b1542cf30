using DodoUpsell.Charging;

namespace DodoUpsell;

/// <summary>The properties that all one-click charges share: the customer, the products and the charge key.</summary>
public abstract record OneClickRequest
{
    private protected OneClickRequest() { }

    /// <summary>
    /// Gets the charge key. At most one charge ever exists for it. Derive it from what the customer accepts, not from
    /// the click.
    /// </summary>
    public required ChargeKey Key { get; init; }

    /// <summary>
    /// Gets the id of the customer to charge. Use the customer that your app has authenticated, never an id from a URL.
    /// </summary>
    public required string CustomerId { get; init; }

    /// <summary>Gets the products to buy, 1 to 20. Only subscription products can have add-ons.</summary>
    public required IReadOnlyList<CheckoutItem> Items { get; init; }

    /// <summary>
    /// Gets the price that the customer was shown, including tax. If set, nothing is charged when the current price is
    /// higher, and a difference in the charged amount is reported.
    /// </summary>
    public Money? PriceShown { get; init; }

    /// <summary>
    /// Gets the discount codes, at most 20. They are applied in order, each to the amount that remains after the
    /// previous ones.
    /// </summary>
    public IReadOnlyList<string>? DiscountCodes { get; init; }

    /// <summary>Gets the billing address.</summary>
    public BillingAddress? BillingAddress { get; init; }

    /// <summary>Gets the currency to charge in. Requires adaptive pricing.</summary>
    public Currency? BillingCurrency { get; init; }

    /// <summary>
    /// Gets the id of the saved payment method to charge. If null, the most recently used of the usable methods is
    /// chosen.
    /// </summary>
    public string? PaymentMethodId { get; init; }

    /// <summary>
    /// Gets whether a checkout page is opened when one-click charging is not possible or the charge is declined.
    /// </summary>
    /// <value>The default is true.</value>
    public bool OfferCheckout { get; init; } = true;

    /// <summary>Gets the URL to which the customer is sent after a page.</summary>
    public string? ReturnUrl { get; init; }

    /// <summary>Gets the URL of the back link on a page.</summary>
    public string? CancelUrl { get; init; }

    /// <summary>
    /// Gets your own metadata for the payment, at most 48 entries. The SDK adds two entries that link the payment to
    /// its key.
    /// </summary>
    public Metadata? Metadata { get; init; }

    /// <summary>Returns the name of the type only, because the request may contain personal data.</summary>
    public sealed override string ToString() => GetType().Name;

    internal void Validate()
    {
        ChargeKey.Require(Key, nameof(Key));
        Check.NotBlank(CustomerId, nameof(CustomerId));
        Check.NotEmpty(Items, nameof(Items));
        Check.AtMost(Items, Check.MaxCartProducts, nameof(Items));
        Check.Each(Items, nameof(Items), static (item, path) => item.Validate(path));
        Check.That(PriceShown is not { MinorUnits: < 0 }, nameof(PriceShown), "must not be negative");
        if (PriceShown is { } price)
            Check.Given(price.Currency, nameof(Money.Currency), nameof(PriceShown));
        Check.DiscountCodes(DiscountCodes, nameof(DiscountCodes));
        BillingAddress?.Validate(nameof(BillingAddress));
        Check.NotBlankIfGiven(PaymentMethodId, nameof(PaymentMethodId));
        Check.Url(ReturnUrl, nameof(ReturnUrl));
        Check.Url(CancelUrl, nameof(CancelUrl));
        ChargeReference.RefuseInCallers(Metadata, nameof(Metadata));
    }

    /// <summary>
    /// Computes the hash of what the key stands for. Page URLs and metadata are not included, because a repeated
    /// request may come from another page.
    /// </summary>
    internal string FingerprintFor(string flow)
    {
        var fingerprint = new Fingerprint(flow, CustomerId).Add(Items.Count);
        foreach (var item in Items)
            fingerprint.Add(item);
        fingerprint.Add(DiscountCodes?.Count ?? 0);
        foreach (var code in DiscountCodes ?? [])
            fingerprint.Add(code.Trim().ToUpperInvariant());
        return fingerprint.Add(PriceShown).Add(BillingCurrency?.Value).ToString();
    }
}
