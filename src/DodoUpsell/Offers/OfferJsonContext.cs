using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell.Offers;

/// <summary>The source-generated JSON context of what offers store. Enums are written by name, as evidence is read by people.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    Converters = [typeof(UtcDateTimeConverter), typeof(MoneyConverter)]
)]
[JsonSerializable(typeof(OfferTerms))]
[JsonSerializable(typeof(OfferDisclosure))]
internal sealed partial class OfferJsonContext : JsonSerializerContext;
