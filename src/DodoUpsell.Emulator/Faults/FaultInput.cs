using System.Collections.Frozen;
using System.Net;
using System.Text.Json;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Faults;

/// <summary>Reads a fault from a control call.</summary>
internal static class FaultInput
{
    private const int LongestDelay = 86_400_000;

    private static readonly FrozenDictionary<string, EmulatedFaultKind> Kinds = Enum.GetValues<EmulatedFaultKind>()
        .ToFrozenDictionary(Name, StringComparer.Ordinal);

    private static readonly FrozenSet<string> KindNames = Kinds.Keys.ToFrozenSet(StringComparer.Ordinal);

    public static string Name(EmulatedFaultKind kind) => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());

    public static EmulatedFault Read(JsonInput input) =>
        new(Kinds[input.Choice("kind", KindNames)])
        {
            Method = input.OptionalText("method"),
            Path = input.OptionalText("path"),
            Status = (HttpStatusCode?)input.OptionalInt32("status", 200, 599),
            Delay = TimeSpan.FromMilliseconds(input.OptionalInt32("delay_ms", 0, LongestDelay) ?? 0),
            Times = input.OptionalInt32("times", minimum: 1) ?? 1,
            Probability = input.OptionalFraction("probability") ?? 1,
            Seed = input.OptionalInt32("seed") ?? 1,
        };
}
