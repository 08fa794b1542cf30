using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell.Withdrawals;

/// <summary>The source-generated JSON context of what withdrawals store. Enums are written by name.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    Converters = [typeof(UtcDateTimeConverter), typeof(MoneyConverter)]
)]
[JsonSerializable(typeof(WithdrawalWork))]
[JsonSerializable(typeof(WithdrawalStatement))]
internal sealed partial class WithdrawalJsonContext : JsonSerializerContext;
