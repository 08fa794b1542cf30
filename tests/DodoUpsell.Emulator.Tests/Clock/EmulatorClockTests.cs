namespace DodoUpsell.Emulator.Tests.Clock;

public sealed class EmulatorClockTests
{
    private readonly EmulatorClock _clock = new DodoEmulator().Clock;

    [Fact]
    public void Time_stands_still_until_it_is_advanced()
    {
        var start = _clock.GetUtcNow();
        Assert.Equal(DodoEmulatorOptions.DefaultStartTime, start);

        _clock.Advance(TimeSpan.FromHours(2));

        Assert.Equal(start.AddHours(2), _clock.GetUtcNow());
        Assert.Throws<ArgumentOutOfRangeException>(() => _clock.Advance(TimeSpan.FromTicks(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => _clock.AdvanceTo(start));
        Assert.Throws<ArgumentOutOfRangeException>(() => _clock.Advance(TimeSpan.MaxValue));
        Assert.Equal(start.AddHours(2), _clock.GetUtcNow());
    }

    [Fact]
    public void Timers_fire_in_order_each_at_its_own_time()
    {
        var fired = new List<(string Name, int Second)>();
        var start = _clock.GetUtcNow();
        using var late = Timer("late", 3);
        using var early = Timer("early", 1);
        using var beat = _clock.CreateTimer(_ => Note("beat"), null, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2));

        _clock.Advance(TimeSpan.FromSeconds(4));

        Assert.Equal([("early", 1), ("beat", 2), ("late", 3), ("beat", 4)], fired);

        ITimer Timer(string name, int seconds) =>
            _clock.CreateTimer(_ => Note(name), null, TimeSpan.FromSeconds(seconds), Timeout.InfiniteTimeSpan);
        void Note(string name) => fired.Add((name, (int)(_clock.GetUtcNow() - start).TotalSeconds));
    }

    [Fact]
    public void A_timer_that_was_disposed_or_changed_does_not_fire_as_before()
    {
        var count = 0;
        var timer = _clock.CreateTimer(_ => count++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        Assert.True(timer.Change(TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan));
        _clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(0, count);
        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(1, count);

        timer.Dispose();
        Assert.False(timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan));
        Assert.Equal(1, count);
    }

    [Fact]
    public void A_timer_due_at_once_fires_without_the_clock()
    {
        var fired = false;
        using var timer = _clock.CreateTimer(_ => fired = true, null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);

        Assert.True(fired);
    }

    [Fact]
    public async Task A_delay_ends_when_the_clock_gets_there()
    {
        var delay = Task.Delay(TimeSpan.FromMinutes(1), _clock, TestContext.Current.CancellationToken);
        _clock.Advance(TimeSpan.FromSeconds(59));
        Assert.False(delay.IsCompleted);

        _clock.Advance(TimeSpan.FromSeconds(1));
        await delay;
    }
}
