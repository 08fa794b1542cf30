using System.Net;
using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.Http;

/// <summary>A charge of which nothing was written was not sent, however the attempt came to its end.</summary>
public sealed class NothingSentTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task A_charge_that_the_attempt_limit_ended_before_it_was_written_was_not_sent()
    {
        using var primary = new StubHandler(_ => StubHandler.Json(HttpStatusCode.OK, The.SessionJson));
        using var dodo = Client(new Holds(primary, times: 99), maxRetries: 0);

        var call = dodo.CheckoutSessions.CreateAsync(The.OneClick());
        _clock.Advance(TimeSpan.FromSeconds(5));
        var e = await Assert.ThrowsAsync<DodoTimeoutException>(() => call);

        Assert.Contains("POST /checkouts was not sent: AttemptTimeout", e.Message, StringComparison.Ordinal);
        Assert.Empty(primary.Requests);
    }

    [Fact]
    public async Task Such_a_charge_is_sent_again_within_the_budget()
    {
        using var primary = new StubHandler(_ => StubHandler.Json(HttpStatusCode.OK, The.SessionJson));
        using var dodo = Client(new Holds(primary, times: 1), maxRetries: 1);

        var call = dodo.CheckoutSessions.CreateAsync(The.OneClick());
        _clock.Advance(TimeSpan.FromSeconds(5));

        // Shorter than the attempt limit, which must not end the second attempt.
        await _clock.RunAsync(call, TimeSpan.FromSeconds(1));

        Assert.Equal("pay_1", (await call).PaymentId);
        Assert.Single(primary.Requests);
    }

    [Fact]
    public async Task A_charge_that_was_written_when_the_attempt_limit_ended_it_stays_unknown()
    {
        using var primary = new StubHandler(_ => StubHandler.Json(HttpStatusCode.OK, The.SessionJson));
        using var dodo = Client(new HoldsAnswers(primary), maxRetries: 0);

        var call = dodo.CheckoutSessions.CreateAsync(The.OneClick());
        _clock.Advance(TimeSpan.FromSeconds(5));

        await Assert.ThrowsAsync<DodoUnknownOutcomeException>(() => call);
    }

    [Fact]
    public async Task A_charge_that_its_caller_cancelled_before_it_was_written_says_that_nothing_was_sent()
    {
        using var caller = new CancellationTokenSource();
        using var primary = new StubHandler(_ => StubHandler.Json(HttpStatusCode.OK, The.SessionJson));
        using var dodo = Client(new Holds(primary, times: 99), maxRetries: 0);

        var call = dodo.CheckoutSessions.CreateAsync(The.OneClick(), caller.Token);
        await caller.CancelAsync();
        var e = await Assert.ThrowsAsync<OperationCanceledException>(() => call);

        Assert.Contains("Nothing was sent.", e.Message, StringComparison.Ordinal);
        Assert.Equal(caller.Token, e.CancellationToken);
        Assert.Empty(primary.Requests);
    }

    [Fact]
    public async Task A_charge_whose_connection_broke_before_it_was_written_was_not_sent()
    {
        using var primary = new StubHandler(_ => StubHandler.Json(HttpStatusCode.OK, The.SessionJson));
        using var dodo = Client(new Breaks(primary), maxRetries: 0);

        var e = await Assert.ThrowsAsync<DodoConnectionException>(() =>
            dodo.CheckoutSessions.CreateAsync(The.OneClick())
        );

        Assert.Contains("was not sent", e.Message, StringComparison.Ordinal);
        Assert.Empty(primary.Requests);
    }

    private DodoClient Client(HttpMessageHandler handler, int maxRetries) =>
        The.ClientOf(
            handler,
            _clock,
            options =>
                (options.AttemptTimeout, options.TotalTimeout, options.MaxRetries) = (
                    TimeSpan.FromSeconds(5),
                    TimeSpan.FromSeconds(60),
                    maxRetries
                )
        );

    /// <summary>Lets requests wait until they are cancelled, as a full bulkhead does.</summary>
    private sealed class Holds(HttpMessageHandler inner, int times) : DelegatingHandler(inner)
    {
        private int _held;

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            if (_held++ < times)
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return await base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class HoldsAnswers(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            await base.SendAsync(request, cancellationToken);
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            throw new InvalidOperationException();
        }
    }

    private sealed class Breaks(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        ) => throw new HttpRequestException("The proxy closed the tunnel.");
    }
}
