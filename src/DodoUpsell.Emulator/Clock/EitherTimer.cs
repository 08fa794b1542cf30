namespace DodoUpsell.Emulator.Clock;

/// <summary>A timer that fires as soon as one of two clocks reaches its time.</summary>
internal sealed class EitherTimer : ITimer
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _one;
    private readonly TimeProvider _other;
    private readonly Action _callback;
    private ITimer? _byOne;
    private ITimer? _byOther;
    private int _round;
    private bool _disposed;

    public EitherTimer(TimeProvider one, TimeProvider other, Action callback, TimeSpan dueTime, TimeSpan period)
    {
        (_one, _other, _callback) = (one, other, callback);
        Change(dueTime, period);
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        int round;
        lock (_gate)
        {
            if (_disposed)
                return false;

            Stop();
            round = ++_round;
        }

        if (dueTime != Timeout.InfiniteTimeSpan)
            Wait(round, dueTime, period);

        return true;
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _round++;
            Stop();
        }
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    // Outside of the lock: a timer that is due at once fires while it is created.
    private void Wait(int round, TimeSpan dueTime, TimeSpan period)
    {
        var byOne = _one.CreateTimer(_ => Fire(round, period), null, dueTime, Timeout.InfiniteTimeSpan);
        var byOther = _other.CreateTimer(_ => Fire(round, period), null, dueTime, Timeout.InfiniteTimeSpan);
        lock (_gate)
        {
            if (round == _round)
            {
                (_byOne, _byOther) = (byOne, byOther);
                return;
            }
        }

        byOne.Dispose();
        byOther.Dispose();
    }

    private void Fire(int round, TimeSpan period)
    {
        int next;
        lock (_gate)
        {
            if (round != _round)
                return;

            Stop();
            next = ++_round;
        }

        if (period > TimeSpan.Zero)
            Wait(next, period, period);

        _callback();
    }

    private void Stop()
    {
        _byOne?.Dispose();
        _byOther?.Dispose();
        (_byOne, _byOther) = (null, null);
    }
}
