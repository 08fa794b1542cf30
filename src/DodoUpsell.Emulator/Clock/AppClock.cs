namespace DodoUpsell.Emulator.Clock;

/// <summary>The emulator's time for an app. A wait by this clock never takes longer than in real time.</summary>
internal sealed class AppClock(EmulatorClock clock, TimeProvider realTime) : TimeProvider
{
    private readonly long _began = realTime.GetTimestamp();

    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    // A wait ends when it has passed on either of the two clocks.
    public override long GetTimestamp() => clock.GetTimestamp() + realTime.GetElapsedTime(_began).Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return new EitherTimer(clock, realTime, () => callback(state), dueTime, period);
    }
}
