namespace DodoUpsell.Emulator.Clock;

/// <summary>
/// A timer of the virtual clock. It fires while the clock is advanced, on the thread that advances it.
/// </summary>
internal sealed class ClockTimer : ITimer
{
    private readonly Lock _gate = new();
    private readonly EmulatorClock _clock;
    private readonly Action _callback;
    private DueWork? _next;
    private bool _disposed;

    public ClockTimer(EmulatorClock clock, Action callback, TimeSpan dueTime, TimeSpan period)
    {
        _clock = clock;
        _callback = callback;
        Change(dueTime, period);
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            if (_disposed)
                return false;

            _next?.Cancel();
            _next = dueTime == Timeout.InfiniteTimeSpan ? null : _clock.Schedule(dueTime, () => Fire(period));
        }

        // A timer that is due at once fires now, because the clock might never be advanced.
        if (dueTime == TimeSpan.Zero)
            _clock.Advance(TimeSpan.Zero);

        return true;
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _next?.Cancel();
        }
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void Fire(TimeSpan period)
    {
        lock (_gate)
        {
            if (period > TimeSpan.Zero && !_disposed)
                _next = _clock.Schedule(period, () => Fire(period));
        }

        _callback();
    }
}
