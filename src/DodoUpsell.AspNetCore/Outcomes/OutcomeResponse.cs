using System.Text.Json.Serialization;

namespace DodoUpsell.AspNetCore;

/// <summary>Represents the outcome of a charge, an offer or a plan change in a response.</summary>
/// <remarks>It has nothing that is meant for the seller: no explanation of a refusal, decline code or customer id.</remarks>
public sealed record OutcomeResponse
{
    /// <summary>
    /// Gets the status: <c>succeeded</c>, <c>scheduled</c>, <c>action_required</c>, <c>checkout_required</c>,
    /// <c>pending</c>, <c>declined</c>, <c>refused</c>, <c>changed</c>, <c>refunded</c> or <c>not_charged</c>.
    /// </summary>
    /// <remarks>A response with status code 200 is not a payment. Only <c>succeeded</c> is.</remarks>
    [JsonPropertyName("status")]
    public required string Status { get; init; }

    /// <summary>Gets the message to show to the customer.</summary>
    [JsonPropertyName("message")]
    public required string Message { get; init; }

    /// <summary>
    /// Gets the address to send the customer to: a step such as 3-D Secure, or a page where they can pay another way.
    /// Null if there is none.
    /// </summary>
    [JsonPropertyName("redirectUrl")]
    public string? RedirectUrl { get; init; }

    /// <summary>Gets the id of the offer, or null if it was none.</summary>
    [JsonPropertyName("offerId")]
    public string? OfferId { get; init; }

    /// <summary>Gets the id of the payment, or null if there is none.</summary>
    [JsonPropertyName("paymentId")]
    public string? PaymentId { get; init; }

    /// <summary>Gets the id of the subscription that was started or changed, or null if there is none.</summary>
    [JsonPropertyName("subscriptionId")]
    public string? SubscriptionId { get; init; }

    /// <summary>Gets the amount that was charged, including tax, or null if nothing was.</summary>
    [JsonPropertyName("charged")]
    public MoneyResponse? Charged { get; init; }

    /// <summary>Gets the time at which a scheduled change takes effect, in UTC, or null.</summary>
    [JsonPropertyName("effectiveAt")]
    public DateTimeOffset? EffectiveAt { get; init; }

    /// <summary>Gets whether the same request can be sent again, because nothing was charged.</summary>
    [JsonPropertyName("canRetry")]
    public bool CanRetry { get; init; }

    /// <summary>Gets the offer with its new disclosure if it has changed, or null.</summary>
    [JsonPropertyName("offer")]
    public OfferResponse? Offer { get; init; }

    /// <summary>Gets the new quote if the quote has changed, or null.</summary>
    [JsonPropertyName("quote")]
    public QuoteResponse? Quote { get; init; }

    /// <summary>Returns the status only.</summary>
    public override string ToString() => $"{nameof(OutcomeResponse)} ({Status})";
}
