using System.Text.Json.Serialization;

namespace DodoUpsell.AspNetCore.Quotes;

/// <summary>What a customer may wish for. Other members are ignored.</summary>
internal sealed record QuoteBody
{
    [JsonPropertyName("productId")]
    public string? ProductId { get; init; }

    [JsonPropertyName("quantity")]
    public int? Quantity { get; init; }

    /// <summary><c>immediately</c>, which is the default, or <c>next_billing_date</c>.</summary>
    [JsonPropertyName("timing")]
    public string? Timing { get; init; }

    public override string ToString() => nameof(QuoteBody);
}
