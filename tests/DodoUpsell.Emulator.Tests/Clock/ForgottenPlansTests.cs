namespace DodoUpsell.Emulator.Tests.Clock;

/// <summary>A server that is reset between tests must not grow: what was planned before goes with it.</summary>
public sealed class ForgottenPlansTests
{
    [Fact]
    public void A_reset_leaves_nothing_planned_but_the_timers_of_other_code()
    {
        var emulator = new DodoEmulator(new DodoEmulatorOptions { Seed = EmulatorSeed.Empty });
        var fired = false;
        using var timer = emulator.Clock.CreateTimer(
            _ => fired = true,
            null,
            TimeSpan.FromHours(1),
            Timeout.InfiniteTimeSpan
        );
        for (var i = 0; i < 100; i++)
            emulator.State.Schedule(TimeSpan.FromMinutes(1), () => Assert.Fail("It was reset."));

        emulator.Reset();

        Assert.Equal(emulator.Clock.GetUtcNow() + TimeSpan.FromHours(1), emulator.Clock.NextDue());
        emulator.Clock.Advance(TimeSpan.FromHours(1));
        Assert.True(fired);
    }
}
