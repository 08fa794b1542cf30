using DodoUpsell.Emulator.Clock;

namespace DodoUpsell.Emulator;

/// <summary>
/// The emulator's clock. Time passes only when the clock is advanced; work that becomes due then runs in order.
/// </summary>
/// <remarks>
/// It is a <see cref="TimeProvider"/> with timers, so the code under test can use the same time. Thread-safe.
/// </remarks>
public sealed class EmulatorClock : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly Lock _advancing = new();
    private readonly PriorityQueue<DueWork, (long Due, long Order)> _due = new();
    private readonly DateTimeOffset? _start;
    private readonly TimeProvider? _source;
    private long _sourceSeen;
    private long _elapsed;
    private long _order;
    private DateTimeOffset _epoch;

    internal EmulatorClock(DateTimeOffset? start, TimeProvider? source)
    {
        _start = start;
        _source = source;
        _epoch = Start;
        _sourceSeen = source?.GetTimestamp() ?? 0;
    }

    /// <inheritdoc />
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc />
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    private DateTimeOffset Start =>
        (_start ?? _source?.GetUtcNow() ?? DodoEmulatorOptions.DefaultStartTime).ToUniversalTime();

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _epoch.AddTicks(_elapsed);
    }

    /// <inheritdoc />
    public override long GetTimestamp()
    {
        lock (_gate)
            return _elapsed;
    }

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return new ClockTimer(this, () => callback(state), dueTime, period);
    }

    /// <summary>Advances the clock and runs everything that becomes due, each at its own time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="by"/> is negative, or exceeds the year 9999.
    /// </exception>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(by, DateTimeOffset.MaxValue - GetUtcNow());
        lock (_advancing)
        {
            var target = GetTimestamp() + by.Ticks;
            while (TakeDue(target) is { } work)
                work.Run();

            lock (_gate)
                _elapsed = Math.Max(_elapsed, target);
        }
    }

    /// <summary>Advances the clock to <paramref name="time"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="time"/> is before the current time of this clock.
    /// </exception>
    public void AdvanceTo(DateTimeOffset time) => Advance(time - GetUtcNow());

    /// <summary>Follows the time source, if there is one. Called before each request is handled.</summary>
    internal void CatchUp()
    {
        if (_source is null)
            return;

        TimeSpan passed;
        lock (_gate)
        {
            var now = _source.GetTimestamp();
            passed = _source.GetElapsedTime(_sourceSeen, now);
            _sourceSeen = now;
        }

        if (passed > TimeSpan.Zero)
            Advance(passed);
    }

    /// <summary>Returns to the start time. Timers of other code keep their remaining time.</summary>
    internal void Reset()
    {
        lock (_gate)
        {
            _epoch = Start.AddTicks(-_elapsed);
            _sourceSeen = _source?.GetTimestamp() ?? 0;

            // The scheduled work of the old state is discarded with it; otherwise it would keep the old objects alive.
            (DueWork, (long, long))[] kept =
            [
                .. _due.UnorderedItems.Where(item => !item.Element.EndsAtReset && !item.Element.IsCancelled),
            ];
            _due.Clear();
            _due.EnqueueRange(kept);
        }
    }

    /// <summary>Returns the time of the next scheduled work, or null if there is none.</summary>
    internal DateTimeOffset? NextDue()
    {
        lock (_gate)
        {
            while (_due.TryPeek(out var work, out var next))
            {
                if (!work.IsCancelled)
                    return _epoch.AddTicks(next.Due);

                _due.Dequeue();
            }

            return null;
        }
    }

    internal DueWork Schedule(TimeSpan after, Action run, bool endsWithWorld = false)
    {
        var work = new DueWork(run, endsWithWorld);
        lock (_gate)
            _due.Enqueue(work, (_elapsed + Math.Max(0, after.Ticks), _order++));
        return work;
    }

    private DueWork? TakeDue(long target)
    {
        lock (_gate)
        {
            if (!_due.TryPeek(out _, out var next) || next.Due > target)
                return null;

            _elapsed = Math.Max(_elapsed, next.Due);
            return _due.Dequeue();
        }
    }
}
