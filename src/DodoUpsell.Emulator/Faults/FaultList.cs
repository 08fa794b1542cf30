using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Faults;

/// <summary>The active faults. It has its own lock, because requests are matched before the state is locked.</summary>
internal sealed class FaultList
{
    private readonly Lock _gate = new();
    private readonly List<ActiveFault> _faults = [];

    public JsonObject Add(EmulatedFault fault)
    {
        var active = new ActiveFault(fault);
        lock (_gate)
            _faults.Add(active);
        return active.ToJson();
    }

    public void Clear()
    {
        lock (_gate)
            _faults.Clear();
    }

    public EmulatedFault? FindFor(WireRequest request)
    {
        lock (_gate)
            return _faults.Find(fault => fault.Strikes(request))?.Fault;
    }

    public JsonArray ToJson()
    {
        lock (_gate)
            return new JsonArray([.. _faults.Select(fault => fault.ToJson())]);
    }
}
