using DodoUpsell.Emulator.Activities;

namespace DodoUpsell.Emulator.Events;

/// <summary>The events so far, oldest first, for the webhook dispatcher. Used under the state's lock.</summary>
internal sealed class EventFeed(TimeProvider time)
{
    private readonly List<RaisedEvent> _raised = [];

    public IReadOnlyList<RaisedEvent> Raised => _raised;

    public Action<RaisedEvent>? OnRaised { get; set; }

    public Action<Activity>? OnActivity { get; init; }

    public void Raise(string type, string subjectId)
    {
        var raised = new RaisedEvent(type, subjectId, time.GetUtcNow(), _raised.Count + 1);
        _raised.Add(raised);
        OnActivity?.Invoke(new EventActivity(raised.Timestamp, raised));
        OnRaised?.Invoke(raised);
    }

    public void Clear() => _raised.Clear();
}

/// <summary>An event of an object. Numbers start at one.</summary>
internal sealed record RaisedEvent(string Type, string SubjectId, DateTimeOffset Timestamp, int Number);
