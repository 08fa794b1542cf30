using DodoUpsell.Emulator;

namespace DodoUpsell.Tests.Support;

/// <summary>
/// The emulator's time for the code under test: whoever sleeps for less than a minute moves the clock by that much
/// instead.
/// </summary>
internal sealed class SleepingClock(EmulatorClock clock) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime >= TimeSpan.FromMinutes(1) || dueTime < TimeSpan.Zero)
            return clock.CreateTimer(callback, state, dueTime, period);
        clock.Advance(dueTime);
        return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
