using DodoUpsell.Http;
using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.Http;

/// <summary>A source that is used again knows nothing of the attempt before.</summary>
public sealed class TimeLimitsTests
{
    private static readonly TimeSpan Long = TimeSpan.FromHours(1);

    // More than are ever kept, so that a kept one is among them.
    private const int Many = 100;

    [Fact]
    public void A_time_limit_does_not_call_what_observed_the_one_before()
    {
        var isCalled = false;
        var before = TimeLimits.Start(Long, TimeProvider.System);
        before.Token.Register(() => isCalled = true);
        TimeLimits.End(before, TimeProvider.System, isUnused: true);

        foreach (var source in StartMany(Long))
        {
            source.Cancel();
            TimeLimits.End(source, TimeProvider.System, isUnused: false);
        }

        Assert.False(isCalled);
    }

    [Fact]
    public async Task A_source_that_is_used_again_ends_the_attempt_as_a_new_one_does()
    {
        TimeLimits.End(TimeLimits.Start(Long, TimeProvider.System), TimeProvider.System, isUnused: true);

        foreach (var source in StartMany(TimeSpan.FromMilliseconds(1)))
        {
            var ended = new TaskCompletionSource();
            await using (source.Token.Register(ended.SetResult))
                await ended.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
            TimeLimits.End(source, TimeProvider.System, isUnused: false);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_cancelled_source_ends_no_later_attempt(bool isUnused)
    {
        var before = TimeLimits.Start(Long, TimeProvider.System);
        before.Cancel();
        TimeLimits.End(before, TimeProvider.System, isUnused);

        foreach (var source in StartMany(Long))
        {
            Assert.False(source.IsCancellationRequested);
            TimeLimits.End(source, TimeProvider.System, isUnused: false);
        }
    }

    // Timers fire in the order of their times, so a timer that was left running has fired after the wait.
    [Fact]
    public async Task The_timer_of_an_attempt_that_is_complete_ends_no_later_attempt()
    {
        foreach (var source in StartMany(TimeSpan.FromMilliseconds(20)))
            TimeLimits.End(source, TimeProvider.System, isUnused: true);
        var passed = new TaskCompletionSource();
        using var timer = TimeProvider.System.CreateTimer(
            _ => passed.TrySetResult(),
            null,
            TimeSpan.FromMilliseconds(60),
            Timeout.InfiniteTimeSpan
        );
        await passed.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        foreach (var source in StartMany(Long))
        {
            Assert.False(source.IsCancellationRequested);
            TimeLimits.End(source, TimeProvider.System, isUnused: false);
        }
    }

    [Fact]
    public void A_time_limit_of_another_clock_ends_by_that_clock()
    {
        var clock = new ManualTimeProvider();
        foreach (var source in StartMany(Long))
            TimeLimits.End(source, TimeProvider.System, isUnused: true);

        var limits = Enumerable.Range(0, Many).Select(_ => TimeLimits.Start(Long, clock)).ToList();
        clock.Advance(Long);

        foreach (var limit in limits)
        {
            Assert.True(limit.IsCancellationRequested);
            TimeLimits.End(limit, clock, isUnused: true);
        }
    }

    [Fact]
    public void A_source_that_something_may_still_observe_is_not_used_again()
    {
        var before = TimeLimits.Start(Long, TimeProvider.System);
        TimeLimits.End(before, TimeProvider.System, isUnused: false);

        Assert.Throws<ObjectDisposedException>(() => before.Token);
    }

    [Fact]
    public void A_time_limit_of_another_clock_is_its_own()
    {
        var clock = new ManualTimeProvider();
        var before = TimeLimits.Start(Long, clock);
        TimeLimits.End(before, clock, isUnused: true);

        Assert.Throws<ObjectDisposedException>(() => before.Token);
    }

    private static List<CancellationTokenSource> StartMany(TimeSpan limit) =>
        [.. Enumerable.Range(0, Many).Select(_ => TimeLimits.Start(limit, TimeProvider.System))];
}
