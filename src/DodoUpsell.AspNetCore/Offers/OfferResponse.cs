using System.Text.Json.Serialization;

namespace DodoUpsell.AspNetCore;

/// <summary>Represents an offer in a response.</summary>
public sealed record OfferResponse
{
    /// <summary>Gets the id of the offer.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>Gets the name under which your app finds the texts and pictures of the offer.</summary>
    [JsonPropertyName("textKey")]
    public required string TextKey { get; init; }

    /// <summary>Gets the placement.</summary>
    [JsonPropertyName("placement")]
    public required string Placement { get; init; }

    /// <summary>Gets the time until which the offer can be accepted, in UTC.</summary>
    [JsonPropertyName("expiresAt")]
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Gets what the customer must be shown before accepting.</summary>
    [JsonPropertyName("disclosure")]
    public required DisclosureResponse Disclosure { get; init; }

    /// <summary>Returns the id only.</summary>
    public override string ToString() => $"{nameof(OfferResponse)} ({Id})";

    internal static OfferResponse Of(Offer offer) =>
        new()
        {
            Id = offer.Id,
            TextKey = offer.TextKey,
            Placement = offer.Placement,
            ExpiresAt = offer.ExpiresAt,
            Disclosure = DisclosureResponse.Of(offer.Disclosure),
        };
}
