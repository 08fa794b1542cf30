using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Events;

/// <summary>Finds the object that an event is about, by the kind of object that events of its family carry.</summary>
internal sealed class EventSubjects
{
    private readonly Dictionary<string, Subject> _byFamily = new(StringComparer.Ordinal);

    /// <summary>Says where the subjects of a family of events are, for example those of <c>payment.*</c>.</summary>
    public void Register(string family, string payloadType, Func<string, JsonObject?> find) =>
        _byFamily[family] = new Subject(payloadType, find);

    /// <summary>
    /// The event's data: the object as it is at the time of the call. An object that is gone leaves only its kind.
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
