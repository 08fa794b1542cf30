using System.Text.Json;

namespace DodoUpsell.Offers;

/// <summary>
/// What an offer sells and discloses, as stored in <see cref="OfferRecord.Terms"/>. Accepting sends exactly this.
/// </summary>
internal sealed record OfferTerms
{
    public required OfferDisclosure Disclosure { get; init; }

    public required string TextKey { get; init; }

    /// <summary>Gets the time at which the API was asked for the price.</summary>
    public DateTimeOffset DisclosedAt { get; init; }

    public IReadOnlyList<string> DiscountCodes
    {
        get;
        init => field = value ?? [];
    } = [];

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
    public IReadOnlyList<string> ProductIds
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Gets the charge key of an offer with these terms.</summary>
    public ChargeKey KeyOf(string offerId) => new(Quote is null ? offerId : $"planchange-{offerId}");

    public string ToJson() => JsonSerializer.Serialize(this, OfferJsonContext.Default.OfferTerms);

    /// <summary>Reads terms that were written by <see cref="ToJson"/>. Members that a newer version wrote are ignored.</summary>
    /// <exception cref="FormatException">The text is not the terms of an offer.</exception>
    public static OfferTerms Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, OfferJsonContext.Default.OfferTerms)
                ?? throw new FormatException("The terms of an offer are null.");
        }
        catch (JsonException e)
        {
            throw new FormatException("The text is not the terms of an offer: " + e.Message, e);
        }
    }

    /// <summary>Returns the name of the type only, because terms may contain a billing address.</summary>
    public override string ToString() => nameof(OfferTerms);
}
