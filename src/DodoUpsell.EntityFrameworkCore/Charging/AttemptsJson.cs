using System.Text.Json;
using System.Text.Json.Serialization;

namespace DodoUpsell.EntityFrameworkCore.Charging;

/// <summary>The attempts of a charge as text that every database takes: JSON escapes what some refuse.</summary>
internal static class AttemptsJson
{
    public static string Of(IReadOnlyList<ChargeAttempt> attempts) => JsonSerializer.Serialize(attempts, AttemptsJsonContext.Default.IReadOnlyListChargeAttempt);

    public static IReadOnlyList<ChargeAttempt> Read(string json) => JsonSerializer.Deserialize(json, AttemptsJsonContext.Default.IReadOnlyListChargeAttempt)!;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<ChargeAttempt>))]
internal sealed partial class AttemptsJsonContext : JsonSerializerContext;
