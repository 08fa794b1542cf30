using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.Http;

/// <summary>
/// Handlers of the app below the client may throw what they like, such as a circuit breaker that is open.
/// </summary>
public sealed class AppHandlerTests
{
    [Fact]
    public async Task A_charge_that_a_handler_stopped_was_not_sent()
    {
        await using var server = new ScriptedServer(new Reply(200, The.SessionJson));
        using var dodo = Client(server, new Breaker(opensFor: 99));

        var e = await Assert.ThrowsAsync<DodoConnectionException>(() =>
            dodo.CheckoutSessions.CreateAsync(The.OneClick())
        );

        Assert.IsType<CircuitIsOpenException>(e.InnerException);
        Assert.Contains("was not sent", e.Message, StringComparison.Ordinal);
        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task A_call_is_made_once_the_handler_lets_it_through()
    {
        await using var server = new ScriptedServer(new Reply(200, The.SessionJson), new Reply(200, The.CustomerJson));
        using var dodo = Client(server, new Breaker(opensFor: 2));

        Assert.Equal("pay_1", (await dodo.CheckoutSessions.CreateAsync(The.OneClick())).PaymentId);
        Assert.Single(server.Received);
    }

    [Fact]
    public async Task A_read_that_a_handler_stopped_is_a_failure_of_the_connection()
    {
        await using var server = new ScriptedServer(new Reply(200, The.CustomerJson));
        using var dodo = Client(server, new Breaker(opensFor: 99));

        var e = await Assert.ThrowsAsync<DodoConnectionException>(() => dodo.Customers.GetAsync("cus_1"));

        Assert.IsType<CircuitIsOpenException>(e.InnerException);
    }

    private static DodoClient Client(ScriptedServer server, HttpMessageHandler handler) =>
        The.ClientOf(handler, new NoWaitTimeProvider(), options => options.BaseAddress = server.Address);

    private sealed class CircuitIsOpenException : Exception;

    private sealed class Breaker(int opensFor) : DelegatingHandler(new SocketsHttpHandler())
    {
        private int _calls;

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        ) => _calls++ < opensFor ? throw new CircuitIsOpenException() : base.SendAsync(request, cancellationToken);
    }
}
