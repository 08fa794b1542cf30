using DodoUpsell.Emulator.Clock;

namespace DodoUpsell.Emulator.Tests.Clock;

/// <summary>
/// An app that lives in the emulator's time waits until the clock is advanced, or until as much real time has passed.
/// </summary>
public sealed class AppClockTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly EmulatorClock _clock = new DodoEmulator().Clock;
    private readonly EmulatorClock _realTime = new DodoEmulator().Clock;
    private readonly AppClock _app;

    public AppClockTests() => _app = new AppClock(_clock, _realTime);

    [Fact]
    public void It_shows_the_emulators_time_and_none_of_the_real_one()
    {
        _clock.Advance(TimeSpan.FromDays(40));
        _realTime.Advance(TimeSpan.FromHours(1));

        Assert.Equal(_clock.GetUtcNow(), _app.GetUtcNow());
        Assert.Equal(TimeSpan.Zero, _app.LocalTimeZone.BaseUtcOffset);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_delay_ends_when_either_time_has_passed(bool isAdvanced)
    {
        var began = _app.GetTimestamp();
        var delay = Task.Delay(Second, _app, TestContext.Current.CancellationToken);
        var passing = isAdvanced ? _clock : _realTime;

        passing.Advance(Second / 2);
        Assert.False(delay.IsCompleted);
        passing.Advance(Second / 2);

        Assert.True(delay.IsCompleted);
        Assert.Equal(Second, _app.GetElapsedTime(began));
    }

    [Fact]
    public void A_time_limit_ends_a_wait_that_nobody_advances()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30), _app);

        _realTime.Advance(TimeSpan.FromSeconds(30));

        Assert.True(limit.IsCancellationRequested);
    }

    [Fact]
    public void A_timer_fires_once_for_each_period_and_by_one_clock_only()
    {
        var fired = 0;
        using var timer = _app.CreateTimer(_ => fired++, null, Second, Second);

        _clock.Advance(Second);
        _realTime.Advance(Second / 2);
        Assert.Equal(1, fired);

        _realTime.Advance(Second / 2);
        Assert.Equal(2, fired);
        _clock.Advance(3 * Second);
        Assert.Equal(5, fired);
    }

    [Fact]
    public async Task A_timer_can_be_changed_stopped_and_disposed()
    {
        var fired = 0;
        var timer = _app.CreateTimer(_ => fired++, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, fired);

        Assert.True(timer.Change(Second, Timeout.InfiniteTimeSpan));
        Assert.True(timer.Change(2 * Second, Timeout.InfiniteTimeSpan));
        _clock.Advance(Second);
        Assert.Equal(0, fired);
        _clock.Advance(Second);
        _realTime.Advance(10 * Second);
        Assert.Equal(1, fired);

        Assert.True(timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan));
        Assert.Equal(2, fired);
        timer.Change(Second, Second);
        await timer.DisposeAsync();
        _clock.Advance(10 * Second);
        _realTime.Advance(10 * Second);
        Assert.Equal(2, fired);
        Assert.False(timer.Change(Second, Second));
    }

    [Fact]
    public void The_emulators_own_runs_on_real_time()
    {
        using var fired = new ManualResetEventSlim();

        using var timer = new DodoEmulator().AppClock.CreateTimer(
            _ => fired.Set(),
            null,
            TimeSpan.FromMilliseconds(1),
            Timeout.InfiniteTimeSpan
        );

        fired.Wait(TestContext.Current.CancellationToken);
    }
}
