namespace DodoUpsell.Emulator.Activities;

/// <summary>
/// The last <see cref="Capacity"/> activities. It has its own lock, which is never held while other code runs. Adding
/// keeps references only: nothing is parsed or formatted before somebody looks.
/// </summary>
internal sealed class ActivityLog(TimeProvider clock)
{
    /// <summary>The number of activities that are kept.</summary>
    public const int Capacity = 500;

    private readonly Lock _gate = new();
    private readonly Queue<Activity> _kept = new();
    private long _last;

    /// <summary>Gets a number that changes whenever there is something new to see.</summary>
    public long Version
    {
        get
        {
            lock (_gate)
                return _last;
        }
    }

    public DateTimeOffset Now => clock.GetUtcNow();

    public void Add(Activity activity)
    {
        lock (_gate)
        {
            if (_kept.Count == Capacity)
                _kept.Dequeue();

            _kept.Enqueue(activity with { Number = ++_last });
        }
    }

    /// <summary>Forgets everything. Numbers go on, so a page that is open notices.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _kept.Clear();
            _last++;
        }
    }

    public Activity? Find(long number)
    {
        lock (_gate)
            return _kept.FirstOrDefault(activity => activity.Number == number);
    }

    public IReadOnlyList<Activity> NewestFirst()
    {
        lock (_gate)
            return [.. _kept.Reverse()];
    }
}
