using System.Text.Json.Serialization;

namespace DodoUpsell.AspNetCore.Offers;

/// <summary>What accepting an offer takes. Other members are ignored.</summary>
internal sealed record AcceptBody
{
    [JsonPropertyName("disclosureId")]
    public string? DisclosureId { get; init; }

    /// <summary><c>human</c>, which is the default, or <c>agent</c> for software that acts for a person.</summary>
    [JsonPropertyName("acceptedBy")]
    public string? AcceptedBy { get; init; }

    public override string ToString() => nameof(AcceptBody);
}
