namespace DodoUpsell.Tests.Support;

/// <summary>
/// The two times of a machine, which a test moves apart: the wall clock steps, and monotonic time stops while it is
/// suspended.
/// </summary>
internal sealed class TwoTimes(ManualTimeProvider monotonic) : TimeProvider
{
    public TimeSpan WallOffset { get; set; }

    public override long TimestampFrequency => monotonic.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => monotonic.GetUtcNow() + WallOffset;

    public override long GetTimestamp() => monotonic.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        monotonic.CreateTimer(callback, state, dueTime, period);
}
