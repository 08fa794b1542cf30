using DodoUpsell.Emulator;

namespace DodoUpsell.Chaos;

/// <summary>
/// The emulator's time for a process under test. A sleep of less than a minute advances the clock instead.
/// </summary>
internal sealed class ChaosClock(EmulatorClock clock) : TimeProvider
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
