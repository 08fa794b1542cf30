using DodoUpsell.Charging;

namespace DodoUpsell;

/// <summary>What every one-click charge needs: who, what, and under which key.</summary>
public abstract record OneClickRequest
{
    private protected OneClickRequest() { }

    /// <summary>
    /// Gets the charge's name: at most one charge ever exists for it. Derive it from what the customer accepts, not
    /// from the click.
    /// </summary>
    public required ChargeKey Key { get; init; }

    /// <summary>Gets who buys: the id of the customer that you have signed in yourself, never one from a URL.</summary>
    public required string CustomerId { get; init; }

    /// <summary>Gets what is bought, 1 to 20 products; add-ons belong to subscription products only.</summary>
    public required IReadOnlyList<CheckoutItem> Items { get; init; }

    /// <summary>
    /// Gets the price that the customer was shown, tax included. Given it, nothing is charged when the price is higher
    /// by now, and a difference afterwards is reported.
    /// </summary>
    public Money? PriceShown { get; init; }

    /// <summary>Discount codes, at most 20. Each reduces what the ones before it left.</summary>
    public IReadOnlyList<string>? DiscountCodes { get; init; }

    /// <summary>Gets where the customer is billed.</summary>
    public BillingAddress? BillingAddress { get; init; }

    /// <summary>Gets the currency to charge in. Only with adaptive pricing.</summary>
    public Currency? BillingCurrency { get; init; }

    /// <summary>
    /// Gets the saved method to charge. Left out, the best one is chosen: usable, and most recently used.
    /// </summary>
    public string? PaymentMethodId { get; init; }

    /// <summary>Gets whether a checkout page is opened when one click is not possible or was declined.</summary>
    /// <value>Default: true.</value>
    public bool OfferCheckout { get; init; } = true;

    /// <summary>Gets where the customer lands after a page.</summary>
    public string? ReturnUrl { get; init; }

    /// <summary>Gets where a page's way back leads.</summary>
    public string? CancelUrl { get; init; }

    /// <summary>Your own data on the payment, at most 48 pairs; two more tie the payment to its key.</summary>
    public Metadata? Metadata { get; init; }

    /// <summary>The name of the type; the request may hold personal data.</summary>
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
    /// What the key stands for. Addresses of pages and metadata are not part of it: a repeat may come from another
    /// place.
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
