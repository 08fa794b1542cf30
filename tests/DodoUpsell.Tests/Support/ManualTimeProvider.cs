namespace DodoUpsell.Tests.Support;

/// <summary>A clock that stands still until a test moves it; timers fire in order of their due time.</summary>
public sealed class ManualTimeProvider(DateTimeOffset? start = null) : TimeProvider
{
    private readonly object _gate = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now = start ?? new DateTimeOffset(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _now;
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan by)
    {
        var target = GetUtcNow() + by;
        while (NextDue(target) is { } timer)
        {
            lock (_gate)
                _now = timer.Due!.Value > _now ? timer.Due.Value : _now;
            timer.Fire();
        }

        lock (_gate)
            _now = target;
    }

    /// <summary>
    /// Lets a call finish whose only waits are delays shorter than <paramref name="longestDelay"/>; returns how much
    /// time passed.
    /// </summary>
    public async Task<TimeSpan> RunAsync(Task call, TimeSpan longestDelay)
    {
        var began = GetUtcNow();
        while (!call.IsCompleted)
        {
            var now = GetUtcNow();
            if (NextDue(now + longestDelay) is { } timer)
                Advance(timer.Due!.Value - now);
            await Task.Yield();
        }

        return GetUtcNow() - began;
    }

    private ManualTimer? NextDue(DateTimeOffset until)
    {
        lock (_gate)
            return _timers.Where(timer => timer.Due <= until).MinBy(timer => timer.Due);
    }

    private sealed class ManualTimer(ManualTimeProvider clock, Action callback) : ITimer
    {
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        public DateTimeOffset? Due { get; private set; }

        public void Fire()
        {
            lock (clock._gate)
            {
                if (Due is null)
                    return;
                if (_period > TimeSpan.Zero)
                    Due += _period;
                else
                    Remove();
            }

            callback();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                Remove();
                _period = period;
                if (dueTime == Timeout.InfiniteTimeSpan)
                    return true;
                Due = clock._now + dueTime;
                clock._timers.Add(this);
                return true;
            }
        }

        public void Dispose()
        {
            lock (clock._gate)
                Remove();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Remove()
        {
            Due = null;
            clock._timers.Remove(this);
        }
    }
}
