using System.Text.Json;

namespace DodoUpsell.Offers;

/// <summary>Who accepted which disclosure, and when, as stored in <see cref="OfferRecord.Consent"/>.</summary>
internal sealed record OfferConsent
{
    public required string DisclosureId { get; init; }

    public required DateTimeOffset PressedAt { get; init; }

    public required OfferActor PressedBy { get; init; }

    public required string Culture { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, OfferJsonContext.Default.OfferConsent);

    /// <summary>Reads a consent that was written by <see cref="ToJson"/>, or returns null if it cannot be read.</summary>
    public static OfferConsent? Parse(string? json)
    {
        try
        {
            return json is null ? null : JsonSerializer.Deserialize(json, OfferJsonContext.Default.OfferConsent);
        }
        catch (JsonException)
        {
            // A receipt without it is still a receipt of the charge.
            return null;
        }
    }
}
