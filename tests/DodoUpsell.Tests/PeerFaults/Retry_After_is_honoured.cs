using System.Globalization;
using System.Net;
using DodoUpsell.TestKit;
using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.PeerFaults;

/// <summary>Row 4: <c>Retry-After: 90</c> was ignored, and 1.5 became 15 in German.</summary>
public sealed class Retry_After_is_honoured
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(5);
    private readonly ManualTimeProvider _clock = new();

    [Theory]
    [InlineData("Retry-After", "90", 90)]
    [InlineData("Retry-After", "1.5", 1.5)]
    [InlineData("Retry-After", "Thu, 15 Jan 2026 12:00:20 GMT", 20)]
    [InlineData("X-RateLimit-Reset", "7", 7)]
    [InlineData("X-RateLimit-Reset", "1768478430", 30)]
    [InlineData("X-RateLimit-Reset", "1768478430000", 30)]
    public async Task A_charge_refused_by_the_rate_limit_is_sent_again_after_the_stated_delay(
        string header,
        string value,
        double seconds
    )
    {
        CultureInfo.CurrentCulture = Cultures.Of("de-DE");
        using var handler = new StubHandler(number =>
            number == 1
                ? StubHandler.Json(HttpStatusCode.TooManyRequests, """{"code":"TOO_MANY_REQUESTS"}""", (header, value))
                : StubHandler.Json(HttpStatusCode.OK, The.SessionJson)
        )
        {
            Clock = _clock,
        };
        using var dodo = The.ClientOf(handler, _clock);

        var call = dodo.CheckoutSessions.CreateAsync(The.OneClick());
        await _clock.RunAsync(call, LongestDelay);

        Assert.Equal("cks_1", (await call).SessionId);
        Assert.Equal(2, handler.Count);
        Assert.Equal(TimeSpan.FromSeconds(seconds), handler.Times[1] - handler.Times[0]);
    }

    [Theory]
    [InlineData("Retry-After", "0")]
    [InlineData("Retry-After", "Thu, 15 Jan 2026 11:00:00 GMT")]
    [InlineData("Retry-After", "soon")]
    [InlineData("Retry-After", "-5")]
    [InlineData("X-RateLimit-Reset", "0")]
    [InlineData("X-RateLimit-Reset", "1000000000")]
    [InlineData("X-RateLimit-Reset", "100000000000000")]
    [InlineData("X-RateLimit-Reset", "9999999999999999999999")]
    public async Task A_wait_of_nothing_or_of_nonsense_leaves_the_back_off(string header, string value)
    {
        using var handler = new StubHandler(number =>
            number == 1
                ? StubHandler.Json(HttpStatusCode.TooManyRequests, """{"code":"TOO_MANY_REQUESTS"}""", (header, value))
                : StubHandler.Json(HttpStatusCode.OK, The.CustomerJson)
        )
        {
            Clock = _clock,
        };
        using var dodo = The.ClientOf(handler, _clock);

        var call = dodo.Customers.GetAsync("cus_1");
        await _clock.RunAsync(call, LongestDelay);

        Assert.Equal("cus_1", (await call).CustomerId);
        Assert.Equal(TimeSpan.FromSeconds(0.375), handler.Times[1] - handler.Times[0]);
    }

    [Theory]
    [InlineData("9999999999999999999999")]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT")]
    public async Task An_absurd_wait_fails_the_call_with_the_answer(string value)
    {
        using var handler = new StubHandler(_ =>
            StubHandler.Json(HttpStatusCode.TooManyRequests, """{"code":"TOO_MANY_REQUESTS"}""", ("Retry-After", value))
        );
        using var dodo = The.ClientOf(handler, _clock);

        var call = dodo.Customers.GetAsync("cus_1");
        await _clock.RunAsync(call, LongestDelay);

        var error = await Assert.ThrowsAsync<DodoApiException>(() => call);
        Assert.Equal(1, handler.Count);
        Assert.True(error.RetryAfter >= TimeSpan.FromDays(365), $"{error.RetryAfter}");
    }

    [Fact]
    public async Task A_wait_beyond_the_budget_is_not_cut_short_but_fails_the_call_with_it()
    {
        using var handler = new StubHandler(_ =>
            StubHandler.Json(HttpStatusCode.TooManyRequests, """{"code":"TOO_MANY_REQUESTS"}""", ("Retry-After", "90"))
        );
        using var dodo = The.ClientOf(handler, _clock, options => options.TotalTimeout = TimeSpan.FromSeconds(60));

        var error = await Assert.ThrowsAsync<DodoApiException>(() => dodo.Customers.GetAsync("cus_1"));

        Assert.Equal(1, handler.Count);
        Assert.Equal(TimeSpan.FromSeconds(90), error.RetryAfter);
        Assert.True(error.IsTransient);
        Assert.Contains("requests a wait of 90 s", error.Message, StringComparison.Ordinal);
    }
}
