using System.Net;
using DodoUpsell.Http;
using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.Http;

public sealed class RequestRateLimiterTests
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(5);
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void No_window_of_either_length_ever_holds_more_than_its_limit()
    {
        var limiter = new RequestRateLimiter(40, 240, _clock);
        var start = _clock.GetUtcNow();
        var sent = new List<TimeSpan>();

        for (var i = 0; i < 1_000; i++)
        {
            if (i % 7 == 0)
                _clock.Advance(TimeSpan.FromMilliseconds(13));
            sent.Add(_clock.GetUtcNow() + limiter.Book(TimeSpan.MaxValue)!.Value.Wait - start);
        }

        Assert.Equal(sent.Order(), sent);
        for (var i = 0; i < sent.Count; i++)
        {
            if (i >= 40)
                Assert.True(sent[i] - sent[i - 40] >= TimeSpan.FromSeconds(1));
            if (i >= 240)
                Assert.True(sent[i] - sent[i - 240] >= TimeSpan.FromMinutes(1));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Nor_does_one_when_bookings_are_given_back_and_their_places_are_taken(int seed)
    {
        var random = new Random(seed);
        var limiter = new RequestRateLimiter(5, 20, _clock);
        var start = _clock.GetUtcNow();
        var waiting = new List<Booking>();
        var sent = new List<TimeSpan>();

        for (var i = 0; i < 3_000; i++)
        {
            if (random.Next(3) == 0)
                _clock.Advance(TimeSpan.FromMilliseconds(random.Next(2_500)));
            var now = _clock.GetUtcNow() - start;
            sent.AddRange(waiting.Where(booking => booking.At <= now).Select(booking => booking.At));
            waiting.RemoveAll(booking => booking.At <= now);
            if (random.Next(5) < 2 && waiting.Count > 0)
            {
                var unused = waiting[random.Next(waiting.Count)];
                waiting.Remove(unused);
                limiter.GiveBack(unused);
                var instead = limiter.Book(TimeSpan.MaxValue)!.Value;
                Assert.True(instead.At <= unused.At, "The place that was given back is not taken.");
                waiting.Add(instead);
            }
            else if (random.Next(10) == 0)
            {
                // Gaps between bookings that stay: a later one may fill them only where no window overflows.
                foreach (var unused in waiting.Where(_ => random.Next(2) == 0).ToList())
                {
                    waiting.Remove(unused);
                    limiter.GiveBack(unused);
                }

                _clock.Advance(TimeSpan.FromMilliseconds(random.Next(40_000)));
            }
            else if (limiter.Book(TimeSpan.FromMinutes(3)) is { } booking)
            {
                waiting.Add(booking);
            }
        }

        sent.AddRange(waiting.Select(booking => booking.At));
        sent.Sort();
        Assert.True(sent.Count > 100);
        for (var i = 5; i < sent.Count; i++)
            Assert.True(sent[i] - sent[i - 5] >= TimeSpan.FromSeconds(1));
        for (var i = 20; i < sent.Count; i++)
            Assert.True(sent[i] - sent[i - 20] >= TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void A_gap_is_not_filled_where_the_bookings_after_it_fill_the_window()
    {
        var limiter = new RequestRateLimiter(5, 20, _clock);
        var bookings = Enumerable.Range(0, 60).Select(_ => limiter.Book(TimeSpan.MaxValue)!.Value).ToList();
        foreach (var unused in bookings[5..20])
            limiter.GiveBack(unused);
        _clock.Advance(TimeSpan.FromSeconds(30));

        var next = limiter.Book(TimeSpan.MaxValue)!.Value;
        Assert.Equal(TimeSpan.FromSeconds(180), next.At);

        limiter.GiveBack(next);
        foreach (var unused in bookings[20..40])
            limiter.GiveBack(unused);
        Assert.Equal(TimeSpan.Zero, limiter.Book(TimeSpan.MaxValue)!.Value.Wait);
    }

    [Fact]
    public async Task A_burst_waits_instead_of_meeting_429()
    {
        using var handler = new StubHandler(_ => StubHandler.Json(HttpStatusCode.OK, The.CustomerJson))
        {
            Clock = _clock,
        };
        using var dodo = The.ClientOf(handler, _clock, options => options.RateLimit = RateLimitTier.Tier0);

        var burst = Task.WhenAll(Enumerable.Range(0, 100).Select(_ => dodo.Customers.GetAsync("cus_1")));
        var passed = await _clock.RunAsync(burst, LongestDelay);
        await burst;

        Assert.Equal(TimeSpan.FromSeconds(2), passed);
        Assert.Equal(
            [40, 40, 20],
            handler.Times.GroupBy(time => time).OrderBy(group => group.Key).Select(group => group.Count())
        );
    }

    [Fact]
    public async Task A_call_that_would_wait_beyond_its_budget_fails_without_being_sent_even_when_it_is_a_charge()
    {
        using var handler = new StubHandler(_ => StubHandler.Json(HttpStatusCode.OK, The.SessionJson));
        using var dodo = The.ClientOf(
            handler,
            _clock,
            options => (options.RateLimit, options.TotalTimeout) = (RateLimitTier.Tier0, TimeSpan.FromMilliseconds(500))
        );
        for (var i = 0; i < 40; i++)
            await dodo.CheckoutSessions.CreateAsync(The.OneClick());

        var error = await Assert.ThrowsAsync<DodoTimeoutException>(() =>
            dodo.CheckoutSessions.CreateAsync(The.OneClick())
        );

        Assert.Contains("was not sent", error.Message, StringComparison.Ordinal);
        Assert.Equal(40, handler.Count);
    }

    [Fact]
    public async Task One_429_makes_the_other_calls_wait_as_well()
    {
        using var handler = new StubHandler(number =>
            number == 1
                ? StubHandler.Json(HttpStatusCode.TooManyRequests, "{}", ("Retry-After", "10"))
                : StubHandler.Json(HttpStatusCode.OK, The.CustomerJson)
        )
        {
            Clock = _clock,
        };
        using var dodo = The.ClientOf(handler, _clock, options => options.RateLimit = RateLimitTier.Tier2);
        var start = _clock.GetUtcNow();

        var calls = Task.WhenAll(dodo.Customers.GetAsync("cus_1"), dodo.Customers.GetAsync("cus_2"));
        await _clock.RunAsync(calls, LongestDelay);
        await calls;

        Assert.Equal([0, 10, 10], handler.Times.Select(time => (time - start).TotalSeconds));
    }

    [Fact]
    public void It_can_be_switched_off() => Assert.Null(RequestRateLimiter.For(RateLimitTier.Off, _clock));
}
