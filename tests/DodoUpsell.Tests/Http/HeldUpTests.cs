using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.Http;

/// <summary>
/// A machine was suspended while a charge was on its way out: timers stood still, the time of day did not.
/// </summary>
public sealed class HeldUpTests
{
    private static readonly TimeSpan TotalTimeout = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_charge_that_was_held_up_for_too_long_does_not_leave()
    {
        await using var server = new ScriptedServer(new Reply(200, The.SessionJson));
        using var dodo = Client(server, suspendedFor: TotalTimeout);

        var e = await Assert.ThrowsAsync<DodoTimeoutException>(() => dodo.CheckoutSessions.CreateAsync(The.OneClick()));

        Assert.Empty(server.Received);
        Assert.Contains("was not sent", e.Message, StringComparison.Ordinal);
        Assert.Contains("POST /checkouts", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_charge_that_was_held_up_for_less_leaves_once()
    {
        await using var server = new ScriptedServer(new Reply(200, The.SessionJson));
        using var dodo = Client(server, suspendedFor: TotalTimeout - TimeSpan.FromSeconds(1));

        Assert.Equal("pay_1", (await dodo.CheckoutSessions.CreateAsync(The.OneClick())).PaymentId);

        Assert.Single(server.Received);
    }

    [Fact]
    public async Task A_read_that_was_held_up_is_made()
    {
        await using var server = new ScriptedServer(new Reply(200, The.CustomerJson));
        using var dodo = Client(server, suspendedFor: TimeSpan.FromHours(8));

        Assert.Equal("cus_1", (await dodo.Customers.GetAsync("cus_1")).CustomerId);
    }

    [Fact]
    public async Task A_charge_is_too_late_by_monotonic_time_although_the_wall_clock_went_back()
    {
        var monotonic = new ManualTimeProvider();
        var node = new TwoTimes(monotonic);
        using var primary = new StubHandler(_ => StubHandler.Json(System.Net.HttpStatusCode.OK, The.SessionJson));
        using var dodo = The.ClientOf(
            new Moves(
                primary,
                () =>
                {
                    node.WallOffset = TimeSpan.FromHours(-1);
                    monotonic.Advance(TotalTimeout);
                }
            ),
            node,
            options => (options.AttemptTimeout, options.TotalTimeout) = (TotalTimeout, TotalTimeout)
        );

        var e = await Assert.ThrowsAsync<DodoTimeoutException>(() => dodo.CheckoutSessions.CreateAsync(The.OneClick()));

        Assert.Contains("was not sent", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(primary.Requests, request => request.Body is not null);
    }

    [Fact]
    public async Task A_wall_clock_that_goes_forward_stops_the_charge_in_flight_and_no_later_one()
    {
        var node = new TwoTimes(new ManualTimeProvider());
        var steps = 0;
        using var primary = new StubHandler(_ => StubHandler.Json(System.Net.HttpStatusCode.OK, The.SessionJson));
        using var dodo = The.ClientOf(
            new Moves(primary, () => node.WallOffset = steps++ == 0 ? TimeSpan.FromHours(1) : node.WallOffset),
            node,
            options => options.TotalTimeout = TotalTimeout
        );

        await Assert.ThrowsAsync<DodoTimeoutException>(() => dodo.CheckoutSessions.CreateAsync(The.OneClick()));

        Assert.Equal("pay_1", (await dodo.CheckoutSessions.CreateAsync(The.OneClick())).PaymentId);
    }

    private sealed class Moves(HttpMessageHandler inner, Action move) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            move();
            return base.SendAsync(request, CancellationToken.None);
        }
    }

    private static DodoClient Client(ScriptedServer server, TimeSpan suspendedFor)
    {
        var clock = new TimeOfDay();
        return The.ClientOf(
            new Suspended(clock, suspendedFor),
            clock,
            options => (options.BaseAddress, options.TotalTimeout) = (server.Address, TotalTimeout)
        );
    }

    /// <summary>Timers and stopwatches run as they do; the time of day is moved by hand.</summary>
    private sealed class TimeOfDay : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class Suspended(TimeOfDay clock, TimeSpan time) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            clock.Now += time;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
