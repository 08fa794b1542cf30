namespace DodoUpsell.Emulator.Events;

/// <summary>What has happened, oldest first, for those who tell others about it. Used under the state's gate.</summary>
internal sealed class EventFeed(TimeProvider time)
{
    private readonly List<RaisedEvent> _raised = [];

    public IReadOnlyList<RaisedEvent> Raised => _raised;

    public Action<RaisedEvent>? OnRaised { get; set; }

    public void Raise(string type, string subjectId)
    {
        var raised = new RaisedEvent(type, subjectId, time.GetUtcNow(), _raised.Count + 1);
        _raised.Add(raised);
        OnRaised?.Invoke(raised);
    }

    public void Clear() => _raised.Clear();
}

/// <summary>Something happened to an object. Numbers count from one.</summary>
internal sealed record RaisedEvent(string Type, string SubjectId, DateTimeOffset Timestamp, int Number);
