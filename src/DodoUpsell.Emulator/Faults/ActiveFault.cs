using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Faults;

/// <summary>A fault and its remaining uses.</summary>
internal sealed class ActiveFault(EmulatedFault fault)
{
    private readonly Random _chances = new(fault.Seed);
    private readonly string[]? _path = fault.Path?.Split('/', StringSplitOptions.RemoveEmptyEntries);

    public EmulatedFault Fault => fault;

    public int Remaining { get; private set; } = fault.Times;

    /// <summary>
    /// Returns whether the fault applies to the request. A matching request that is spared by <c>Probability</c> does
    /// not count.
    /// </summary>
    public bool Strikes(WireRequest request)
    {
        if (Remaining == 0 || !Fits(request) || _chances.NextDouble() >= fault.Probability)
            return false;

        Remaining--;
        return true;
    }

    public JsonObject ToJson() =>
        new()
        {
            ["kind"] = FaultInput.Name(fault.Kind),
            ["method"] = fault.Method,
            ["path"] = fault.Path,
            ["status"] = fault.Status is { } status ? (int)status : null,
            ["delay_ms"] = (long)fault.Delay.TotalMilliseconds,
            ["times"] = fault.Times,
            ["remaining"] = Remaining,
            ["probability"] = fault.Probability,
            ["seed"] = fault.Seed,
        };

    private bool Fits(WireRequest request) =>
        (fault.Method is null || string.Equals(fault.Method, request.Method, StringComparison.OrdinalIgnoreCase))
        && (_path is null || Fits(_path, request.Segments));

    private static bool Fits(string[] pattern, IReadOnlyList<string> segments)
    {
        var isPrefix = pattern is [.., "*"];
        var length = isPrefix ? pattern.Length - 1 : pattern.Length;
        return (isPrefix ? segments.Count > length : segments.Count == length)
            && pattern
                .Take(length)
                .Zip(segments)
                .All(pair =>
                    pair.First is ['{', .., '}'] || string.Equals(pair.First, pair.Second, StringComparison.Ordinal)
                );
    }
}
