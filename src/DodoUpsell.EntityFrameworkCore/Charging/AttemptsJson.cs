using System.Text.Json;
using System.Text.Json.Serialization;

namespace DodoUpsell.EntityFrameworkCore.Charging;

/// <summary>
/// Serializes the attempts and subscription ids of a charge to text that every database can store: JSON escapes the
/// characters that some refuse.
/// </summary>
internal static class AttemptsJson
{
    public static string Of(IReadOnlyList<ChargeAttempt> attempts) =>
        JsonSerializer.Serialize(attempts, AttemptsJsonContext.Default.IReadOnlyListChargeAttempt);

    public static string Of(IReadOnlyList<string> ids) =>
        JsonSerializer.Serialize(ids, AttemptsJsonContext.Default.IReadOnlyListString);

    public static IReadOnlyList<string> ReadIds(string json) =>
        JsonSerializer.Deserialize(json, AttemptsJsonContext.Default.IReadOnlyListString)!;

    public static IReadOnlyList<ChargeAttempt> Read(string json) =>
        JsonSerializer.Deserialize(json, AttemptsJsonContext.Default.IReadOnlyListChargeAttempt)!;
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(IReadOnlyList<ChargeAttempt>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class AttemptsJsonContext : JsonSerializerContext;
