using System.Net;
using DodoUpsell.Http;
using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.Http;

public sealed class RequestPacerTests
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(5);
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void No_window_of_either_length_ever_holds_more_than_its_limit()
    {
        var pacer = new RequestPacer(40, 240, _clock);
        var start = _clock.GetUtcNow();
        var sent = new List<TimeSpan>();

        for (var i = 0; i < 1_000; i++)
        {
            if (i % 7 == 0) _clock.Advance(TimeSpan.FromMilliseconds(13));
            sent.Add(_clock.GetUtcNow() + pacer.Book(TimeSpan.MaxValue)!.Value - start);
        }

        Assert.Equal(sent.Order(), sent);
        for (var i = 0; i < sent.Count; i++)
        {
            if (i >= 40) Assert.True(sent[i] - sent[i - 40] >= TimeSpan.FromSeconds(1));
            if (i >= 240) Assert.True(sent[i] - sent[i - 240] >= TimeSpan.FromMinutes(1));
        }
    }

    [Fact]
    public async Task A_burst_waits_instead_of_meeting_429()
    {
        using var handler = new StubHandler(_ => StubHandler.Json(HttpStatusCode.OK, The.CustomerJson)) { Clock = _clock };
        using var dodo = The.ClientOf(handler, _clock, options => options.RateLimit = RateLimitTier.Tier0);

        var burst = Task.WhenAll(Enumerable.Range(0, 100).Select(_ => dodo.Customers.GetAsync("cus_1")));
        var passed = await _clock.RunAsync(burst, LongestDelay);
        await burst;

        Assert.Equal(TimeSpan.FromSeconds(2), passed);
        Assert.Equal([40, 40, 20], handler.Times.GroupBy(time => time).OrderBy(group => group.Key).Select(group => group.Count()));
    }

    [Fact]
    public async Task A_call_that_would_wait_beyond_its_budget_fails_without_being_sent_even_when_it_is_a_charge()
    {
        using var handler = new StubHandler(_ => StubHandler.Json(HttpStatusCode.OK, The.SessionJson));
        using var dodo = The.ClientOf(handler, _clock, options => (options.RateLimit, options.TotalTimeout) = (RateLimitTier.Tier0, TimeSpan.FromMilliseconds(500)));
        for (var i = 0; i < 40; i++) await dodo.CheckoutSessions.CreateAsync(The.OneClick());

        var error = await Assert.ThrowsAsync<DodoTimeoutException>(() => dodo.CheckoutSessions.CreateAsync(The.OneClick()));

        Assert.Contains("was not sent", error.Message, StringComparison.Ordinal);
        Assert.Equal(40, handler.Count);
    }

    [Fact]
    public async Task One_429_makes_the_other_calls_wait_as_well()
    {
        using var handler = new StubHandler(number => number == 1
            ? StubHandler.Json(HttpStatusCode.TooManyRequests, "{}", ("Retry-After", "10"))
            : StubHandler.Json(HttpStatusCode.OK, The.CustomerJson)) { Clock = _clock };
        using var dodo = The.ClientOf(handler, _clock, options => options.RateLimit = RateLimitTier.Tier2);
        var start = _clock.GetUtcNow();

        var calls = Task.WhenAll(dodo.Customers.GetAsync("cus_1"), dodo.Customers.GetAsync("cus_2"));
        await _clock.RunAsync(calls, LongestDelay);
        await calls;

        Assert.Equal([0, 10, 10], handler.Times.Select(time => (time - start).TotalSeconds));
    }

    [Fact]
    public void It_can_be_switched_off() => Assert.Null(RequestPacer.For(RateLimitTier.Off, _clock));
}
