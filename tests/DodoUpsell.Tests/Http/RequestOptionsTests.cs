using System.Net;
using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.Http;

/// <summary>What <c>WithOptions</c> says of one call holds for it, and for no other.</summary>
public sealed class RequestOptionsTests
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromHours(1);
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task A_call_can_have_more_or_fewer_retries()
    {
        using var handler = Failing();
        using var dodo = The.ClientOf(handler, _clock, options => options.MaxRetries = 2);

        await FailAsync(dodo.WithOptions(new() { MaxRetries = 0 }));
        Assert.Equal(1, handler.Count);
        await FailAsync(dodo.WithOptions(new() { MaxRetries = 4 }));
        Assert.Equal(1 + 5, handler.Count);
        await FailAsync(dodo);
        Assert.Equal(1 + 5 + 3, handler.Count);
    }

    [Fact]
    public async Task A_call_can_have_a_total_timeout_of_its_own()
    {
        using var handler = Failing();
        using var dodo = The.ClientOf(handler, _clock, options => options.MaxRetries = 10);

        var passed = await FailAsync(dodo.WithOptions(new() { TotalTimeout = TimeSpan.FromSeconds(2) }));

        Assert.Equal(3, handler.Count);
        Assert.True(passed <= TimeSpan.FromSeconds(2), $"{passed}");
    }

    [Fact]
    public async Task A_call_can_have_an_attempt_timeout_of_its_own()
    {
        using var handler = new Silent();
        using var dodo = The.ClientOf(handler, _clock, options => options.MaxRetries = 0);

        var call = dodo.WithOptions(new() { AttemptTimeout = TimeSpan.FromSeconds(7) }).Customers.GetAsync("cus_1");

        Assert.Equal(TimeSpan.FromSeconds(7), await _clock.RunAsync(call, LongestDelay));
        Assert.Equal(TimeSpan.FromSeconds(7), (await Assert.ThrowsAsync<DodoTimeoutException>(() => call)).Timeout);
    }

    [Fact]
    public async Task An_attempt_ends_with_its_call_however_much_an_attempt_may_take()
    {
        using var handler = new Silent();
        using var dodo = The.ClientOf(
            handler,
            _clock,
            options => (options.TotalTimeout, options.AttemptTimeout) = (TimeSpan.FromSeconds(9), LongestDelay)
        );

        var call = dodo.Customers.GetAsync("cus_1");

        Assert.Equal(TimeSpan.FromSeconds(9), await _clock.RunAsync(call, LongestDelay));
        Assert.Equal(TimeSpan.FromSeconds(9), (await Assert.ThrowsAsync<DodoTimeoutException>(() => call)).Timeout);
    }

    [Fact]
    public async Task A_later_attempt_has_what_the_earlier_ones_left_of_the_call()
    {
        using var handler = new Silent();
        using var dodo = The.ClientOf(
            handler,
            _clock,
            options => (options.TotalTimeout, options.AttemptTimeout) = (LongestDelay / 6, LongestDelay / 10)
        );

        var call = dodo.Customers.GetAsync("cus_1");

        Assert.Equal(LongestDelay / 6, await _clock.RunAsync(call, LongestDelay));
        await Assert.ThrowsAsync<DodoTimeoutException>(() => call);
        Assert.Equal(2, handler.Count);
    }

    [Theory]
    [InlineData("00:00:00")]
    [InlineData("-00:00:01")]
    [InlineData("01:00:00.0000001")]
    public void A_time_that_no_call_can_have_is_refused(string time)
    {
        using var dodo = new DodoClient(The.Options());
        var wrong = TimeSpan.Parse(time, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Throws<ArgumentOutOfRangeException>(
            nameof(RequestOptions.TotalTimeout),
            () => dodo.WithOptions(new() { TotalTimeout = wrong })
        );
        Assert.Throws<ArgumentOutOfRangeException>(
            nameof(RequestOptions.AttemptTimeout),
            () => dodo.WithOptions(new() { AttemptTimeout = wrong })
        );
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(11)]
    public void A_number_of_retries_that_no_call_can_have_is_refused(int retries)
    {
        using var dodo = new DodoClient(The.Options());

        Assert.Throws<ArgumentOutOfRangeException>(
            nameof(RequestOptions.MaxRetries),
            () => dodo.WithOptions(new() { MaxRetries = retries })
        );
    }

    [Fact]
    public void The_ends_of_what_a_call_can_have_are_taken()
    {
        using var dodo = new DodoClient(The.Options());

        foreach (var time in new[] { TimeSpan.FromTicks(1), LongestDelay })
            Assert.NotNull(dodo.WithOptions(new() { TotalTimeout = time, AttemptTimeout = time }));
        foreach (var retries in new[] { 0, 10 })
            Assert.NotNull(dodo.WithOptions(new() { MaxRetries = retries }));
    }

    private StubHandler Failing() =>
        new(_ => StubHandler.Json(HttpStatusCode.InternalServerError, "{}")) { Clock = _clock };

    private async Task<TimeSpan> FailAsync(IDodoClient dodo)
    {
        var call = dodo.Customers.GetAsync("cus_1");
        var passed = await _clock.RunAsync(call, LongestDelay);
        await Assert.ThrowsAsync<DodoApiException>(() => call);
        return passed;
    }

    private sealed class Silent : HttpMessageHandler
    {
        public int Count { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            Count++;
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            throw new InvalidOperationException("It never answers.");
        }
    }
}
