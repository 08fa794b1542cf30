using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Events;

/// <summary>Finds the object of an event, by the kind of object that events of its family carry.</summary>
internal sealed class EventSubjects
{
    private readonly Dictionary<string, Subject> _byFamily = new(StringComparer.Ordinal);

    /// <summary>
    /// Registers where the objects of a family of events are found, for example those of <c>payment.*</c>.
    /// </summary>
    public void Register(string family, string payloadType, Func<string, JsonObject?> find) =>
        _byFamily[family] = new Subject(payloadType, find);

    /// <summary>
    /// Returns the event's data: the object at the time of the call. For an object that no longer exists, only its kind
    /// is returned.
    /// </summary>
    public JsonObject DataOf(RaisedEvent raised)
    {
        var family = raised.Type[..raised.Type.IndexOf('.', StringComparison.Ordinal)];
        if (!_byFamily.TryGetValue(family, out var subject))
            throw new InvalidOperationException($"No subject is registered for `{raised.Type}`.");

        var data = new JsonObject { ["payload_type"] = subject.PayloadType };
        foreach ((var name, var value) in subject.Find(raised.SubjectId) ?? [])
            data[name] = value?.DeepClone();

        return data;
    }

    private sealed record Subject(string PayloadType, Func<string, JsonObject?> Find);
}
