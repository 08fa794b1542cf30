namespace DodoUpsell.Chaos;

/// <summary>
/// The time of real processes: the system time with an offset that the test runner sets. Short sleeps are skipped, and
/// long limits are shortened. The deadline of a decision keeps its duration.
/// </summary>
internal sealed class OffsetClock : TimeProvider
{
    private const int Shortening = 200;
    private static readonly TimeSpan ShortSleep = TimeSpan.FromMinutes(1);

    private long _offset;
    private long _skipped;

    public TimeSpan Offset
    {
        get => TimeSpan.FromTicks(Volatile.Read(ref _offset));
        set => Volatile.Write(ref _offset, value.Ticks);
    }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Offset;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() =>
        (long)(System.GetTimestamp() * (double)TimeSpan.TicksPerSecond / System.TimestampFrequency)
        + Volatile.Read(ref _skipped);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime < TimeSpan.Zero || dueTime == OfferRules.Deadline)
            return System.CreateTimer(callback, state, dueTime, period);
        if (dueTime >= ShortSleep)
            return System.CreateTimer(callback, state, dueTime / Shortening, Timeout.InfiniteTimeSpan);
        return System.CreateTimer(
            _ =>
            {
                Interlocked.Add(ref _skipped, dueTime.Ticks);
                callback(state);
            },
            null,
            TimeSpan.FromMilliseconds(1),
            Timeout.InfiniteTimeSpan
        );
    }
}
