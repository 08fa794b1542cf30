using System.Text.Json.Serialization;

namespace DodoUpsell.Http.Json;

/// <summary>The source-generated JSON context of the data that the SDK itself stores.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [
        typeof(UtcDateTimeConverter),
        typeof(NullAsZeroInt32Converter),
        typeof(NullAsZeroInt64Converter),
        typeof(NullAsZeroDoubleConverter),
        typeof(NullAsFalseConverter),
        typeof(MoneyConverter),
    ]
)]
[JsonSerializable(typeof(PlanChangeQuote))]
[JsonSerializable(typeof(PlanChanges.PlanChangeDetails))]
[JsonSerializable(typeof(PlanChanges.RecoveryDetails))]
internal sealed partial class DodoJsonContext : JsonSerializerContext;
