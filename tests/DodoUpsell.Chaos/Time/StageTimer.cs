namespace DodoUpsell.Chaos;

/// <summary>A timer of the stage's time. It fires on the stage's thread when the stage reaches its time.</summary>
internal sealed class StageTimer : ITimer
{
    private readonly Stage _stage;
    private readonly Action _callback;
    private TimeSpan _period;
    private int _plan;

    public StageTimer(Stage stage, Action callback, TimeSpan due, TimeSpan period)
    {
        (_stage, _callback) = (stage, callback);
        Change(due, period);
    }

    /// <summary>
    /// Returns whether a plan is still the newest one. A change or disposal of the timer invalidates earlier plans.
    /// </summary>
    public bool IsPlanned(int plan) => plan == _plan;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        _period = period;
        _plan++;
        if (dueTime >= TimeSpan.Zero)
            _stage.Add(this, _plan, dueTime);
        return true;
    }

    public void Fire()
    {
        _plan++;
        if (_period > TimeSpan.Zero)
            Change(_period, _period);
        _callback();
    }

    public void Dispose() => _plan++;

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
