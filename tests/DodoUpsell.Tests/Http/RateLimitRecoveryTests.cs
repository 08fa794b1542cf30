using System.Net;
using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.Http;

/// <summary>
/// Neither one answer, nor a step of the clock, nor calls that were never sent silence a client for long.
/// </summary>
public sealed class RateLimitRecoveryTests
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(5);
    private readonly ManualTimeProvider _clock = new();

    [Theory]
    [InlineData("X-RateLimit-Reset", "60000", 60_000)]
    [InlineData("Retry-After", "86400", 86_400)]
    public async Task One_429_silences_other_calls_for_a_minute_at_most(string header, string value, int seconds)
    {
        using var handler = new StubHandler(number =>
            number == 1
                ? StubHandler.Json(HttpStatusCode.TooManyRequests, "{}", (header, value))
                : StubHandler.Json(HttpStatusCode.OK, The.CustomerJson)
        )
        {
            Clock = _clock,
        };
        using var dodo = Client(handler, _clock, TimeSpan.FromSeconds(90));

        var refused = await Assert.ThrowsAsync<DodoApiException>(() => dodo.Customers.GetAsync("cus_1"));
        var other = dodo.Customers.GetAsync("cus_2");
        var waited = await _clock.RunAsync(other, LongestDelay);

        Assert.Equal(TimeSpan.FromSeconds(seconds), refused.RetryAfter);
        Assert.Equal("cus_1", (await other).CustomerId);
        Assert.Equal(TimeSpan.FromSeconds(60), waited);
    }

    [Fact]
    public async Task A_wall_clock_that_goes_back_an_hour_stops_no_call()
    {
        var node = new TwoTimes(_clock);
        using var handler = new StubHandler(_ => StubHandler.Json(HttpStatusCode.OK, The.CustomerJson));
        using var dodo = Client(handler, node, TimeSpan.FromSeconds(2));
        for (var i = 0; i < 40; i++)
            await dodo.Customers.GetAsync("cus_1");

        node.WallOffset = TimeSpan.FromHours(-1);
        var next = dodo.Customers.GetAsync("cus_1");
        var waited = await _clock.RunAsync(next, LongestDelay);

        await next;
        Assert.Equal(TimeSpan.FromSeconds(1), waited);
    }

    [Fact]
    public async Task A_wall_clock_that_goes_forward_does_not_open_the_window()
    {
        var node = new TwoTimes(_clock);
        using var handler = new StubHandler(_ => StubHandler.Json(HttpStatusCode.OK, The.CustomerJson));
        using var dodo = Client(handler, node, TimeSpan.FromSeconds(2));
        for (var i = 0; i < 40; i++)
            await dodo.Customers.GetAsync("cus_1");

        node.WallOffset = TimeSpan.FromHours(1);
        var next = dodo.Customers.GetAsync("cus_1");

        Assert.False(next.IsCompleted);
        Assert.Equal(TimeSpan.FromSeconds(1), await _clock.RunAsync(next, LongestDelay));
    }

    [Fact]
    public async Task Calls_that_were_cancelled_while_they_waited_give_their_places_back()
    {
        using var handler = new StubHandler(_ => StubHandler.Json(HttpStatusCode.OK, The.CustomerJson));
        using var dodo = Client(handler, _clock, TimeSpan.FromMinutes(2));
        using var caller = new CancellationTokenSource();
        var calls = Enumerable.Range(0, 340).Select(_ => dodo.Customers.GetAsync("cus_1", caller.Token)).ToList();
        await caller.CancelAsync();
        var ends = await Task.WhenAll(
            calls.Select(call => call.ContinueWith(one => one.Status, TaskScheduler.Default))
        );

        var next = dodo.WithOptions(new() { TotalTimeout = TimeSpan.FromSeconds(2) }).Customers.GetAsync("cus_1");
        var waited = await _clock.RunAsync(next, LongestDelay);

        await next;
        Assert.Equal(300, ends.Count(end => end == TaskStatus.Canceled));
        Assert.Equal(TimeSpan.FromSeconds(1), waited);
    }

    [Fact]
    public async Task Calls_that_were_stopped_before_they_left_give_their_places_back()
    {
        using var handler = new StubHandler(number =>
            number > 40
                ? StubHandler.Json(HttpStatusCode.OK, The.CustomerJson)
                : throw new HttpRequestException(HttpRequestError.ConnectionError, "refused")
        );
        using var dodo = Client(handler, _clock, TimeSpan.FromSeconds(60), maxRetries: 0);
        for (var i = 0; i < 40; i++)
            await Assert.ThrowsAsync<DodoConnectionException>(() => dodo.Customers.GetAsync("cus_1"));

        Assert.True(dodo.Customers.GetAsync("cus_1").IsCompletedSuccessfully);
    }

    [Theory]
    [InlineData("Retry-After", "Thu, 15 Jan 2026 13:00:20 GMT")]
    [InlineData("X-RateLimit-Reset", "1768482020")]
    public async Task A_moment_of_the_server_is_read_by_the_clock_of_the_server(string header, string value)
    {
        using var handler = new StubHandler(number =>
            number == 1
                ? StubHandler.Json(
                    HttpStatusCode.TooManyRequests,
                    "{}",
                    ("Date", "Thu, 15 Jan 2026 13:00:00 GMT"),
                    (header, value)
                )
                : StubHandler.Json(HttpStatusCode.OK, The.CustomerJson)
        );
        using var dodo = Client(handler, _clock, TimeSpan.FromSeconds(60));

        var call = dodo.Customers.GetAsync("cus_1");
        var waited = await _clock.RunAsync(call, TimeSpan.FromHours(2));

        await call;
        Assert.Equal(TimeSpan.FromSeconds(20), waited);
    }

    private static DodoClient Client(
        HttpMessageHandler handler,
        TimeProvider clock,
        TimeSpan totalTimeout,
        int maxRetries = 3
    ) =>
        The.ClientOf(
            handler,
            clock,
            options =>
                (options.RateLimit, options.TotalTimeout, options.MaxRetries) = (
                    RateLimitTier.Tier0,
                    totalTimeout,
                    maxRetries
                )
        );
}
