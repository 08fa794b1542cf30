namespace DodoUpsell.Chaos;

/// <summary>The time of one process: the stage's time with a clock offset.</summary>
/// <remarks>
/// Sleeps of less than a minute take a time that is determined by the seed: their actual duration is random in the SDK,
/// but the same seed must produce the same run. Longer timers, and the deadline of a decision, are limits and keep their
/// duration.
/// </remarks>
internal sealed class NodeClock(Stage stage, TimeSpan offset, Random random, bool isAlone) : TimeProvider
{
    private static readonly TimeSpan ShortSleep = TimeSpan.FromMinutes(1);

    public override DateTimeOffset GetUtcNow() => stage.Now + offset;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => stage.Timestamp;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var isSleep = dueTime > TimeSpan.Zero && dueTime < ShortSleep && dueTime != OfferRules.Deadline;
        if (!isSleep)
            return stage.Schedule(() => callback(state), dueTime, period);
        var drawn = TimeSpan.FromMilliseconds(random.Next(100, 3000));
        if (!isAlone)
            return stage.Schedule(() => callback(state), drawn, period);
        stage.SleepAlone(drawn);
        callback(state);
        return stage.Schedule(() => callback(state), Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
