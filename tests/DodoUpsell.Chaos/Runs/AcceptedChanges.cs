using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Chaos;

/// <summary>
/// Counts the plan changes that the API of this process has accepted from any sender, by the charge key in their
/// metadata.
/// </summary>
internal sealed class AcceptedChanges : IDisposable
{
    private readonly ConcurrentDictionary<string, int> _byKey = new(StringComparer.Ordinal);

    public AcceptedChanges() => EmulatorEngine.Exchanged += Count;

    public IReadOnlyDictionary<string, int> ByKey => _byKey;

    public void Dispose() => EmulatorEngine.Exchanged -= Count;

    private void Count(WireRequest request, WireResponse response)
    {
        if (
            request.Method != "POST"
            || response.Status != 200
            || request.Segments is not ["subscriptions", _, "change-plan"]
        )
            return;
        if (JsonNode.Parse(request.Body.Span)!["metadata"]?["dodoupsell_key"]?.GetValue<string>() is { } key)
            _byKey.AddOrUpdate(key, 1, (_, count) => count + 1);
    }
}
