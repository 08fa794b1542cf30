using DodoUpsell.Charging;

namespace DodoUpsell.Offers;

/// <summary>A cart that an offer sells. The preview, the charge and the page send the same request.</summary>
internal sealed record OfferCart
{
    public required string CustomerId { get; init; }

    public required IReadOnlyList<CheckoutItem> Items { get; init; }

    public IReadOnlyList<string> DiscountCodes { get; init; } = [];

    public CheckoutSubscriptionData? SubscriptionData { get; init; }

    public BillingAddress? BillingAddress { get; init; }

    public Currency? BillingCurrency { get; init; }

    public static OfferCart Of(OfferRecord record, OfferTerms terms) =>
        new()
        {
            CustomerId = record.CustomerId,
            Items = terms.Items ?? [],
            DiscountCodes = terms.DiscountCodes,
            SubscriptionData = terms.SubscriptionData,
            BillingAddress = terms.BillingAddress,
            BillingCurrency = terms.BillingCurrency,
        };

    public CreateCheckoutSessionRequest ToPreview() => RequestOf(ToUpsell(new ChargeKey("preview")), metadata: null);

    public UpsellRequest ToUpsell(ChargeKey key) =>
        new()
        {
            Key = key,
            CustomerId = CustomerId,
            Items = Items,
            DiscountCodes = DiscountCodes.Count > 0 ? DiscountCodes : null,
            SubscriptionData = SubscriptionData,
            BillingAddress = BillingAddress,
            BillingCurrency = BillingCurrency,
        };

    /// <summary>Returns the request of a checkout session.</summary>
    /// <remarks>
    /// A code that is typed on the page would give the offer's price and another discount. Codes in the request are
    /// applied nevertheless.
    /// </remarks>
    public static CreateCheckoutSessionRequest RequestOf(UpsellRequest request, Metadata? metadata) =>
        CartCharge.RequestOf(request, metadata) with
        {
            SubscriptionData = request.SubscriptionData,
            FeatureFlags = new() { RedirectImmediately = true, AllowDiscountCode = false },
        };
}
