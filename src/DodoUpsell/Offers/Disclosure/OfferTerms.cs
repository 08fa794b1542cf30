namespace DodoUpsell.Offers;

/// <summary>
/// What an offer sells and discloses, as stored in <see cref="OfferRecord.Terms"/>. Accepting sends exactly this.
/// </summary>
internal sealed record OfferTerms
{
    public required OfferDisclosure Disclosure { get; init; }

    public required string TextKey { get; init; }

    public IReadOnlyList<string> DiscountCodes { get; init; } = [];

    /// <summary>Gets the cart, or null for a plan change.</summary>
    public IReadOnlyList<CheckoutItem>? Items { get; init; }

    public CheckoutSubscriptionData? SubscriptionData { get; init; }

    public BillingAddress? BillingAddress { get; init; }

    public Currency? BillingCurrency { get; init; }

    /// <summary>Gets whether the cart contains a subscription, as the preview said.</summary>
    public bool IsRecurring { get; init; }

    /// <summary>Gets the payment method that was disclosed, or null if the customer pays on a page.</summary>
    public string? PaymentMethodId { get; init; }

    public string? CardLastFour { get; init; }

    public string? CardExpiryMonth { get; init; }

    public string? CardExpiryYear { get; init; }

    /// <summary>Gets the plan change's quote, as written by <see cref="PlanChangeQuote.ToJson"/>, or null for a cart.</summary>
    public string? Quote { get; init; }

    /// <summary>Gets the ids of the products that are sold, for reports.</summary>
    public IReadOnlyList<string> ProductIds { get; init; } = [];

    public static OfferTerms Parse(string json) => throw new NotImplementedException(json);
}
