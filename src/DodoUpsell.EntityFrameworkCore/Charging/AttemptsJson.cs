using System.Text.Json;
using System.Text.Json.Serialization;

namespace DodoUpsell.EntityFrameworkCore.Charging;

/// <summary>
/// The lists of a charge, its attempts and subscriptions, as text that every database takes: JSON escapes what some
/// refuse.
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
