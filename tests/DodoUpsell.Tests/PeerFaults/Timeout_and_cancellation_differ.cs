using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.PeerFaults;

/// <summary>Row 13: a timeout and the caller's cancellation were the same exception.</summary>
public sealed class Timeout_and_cancellation_differ
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task The_callers_cancellation_is_an_OperationCanceledException_with_the_callers_token()
    {
        await using var server = new ScriptedServer(Reply.NoAnswer);
        using var dodo = The.ClientOf(server, clock: _clock);
        using var caller = new CancellationTokenSource();

        var call = dodo.Customers.GetAsync("cus_1", caller.Token);
        await server.ArrivalAsync();
        await caller.CancelAsync();

        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(caller.Token, cancelled.CancellationToken);
    }

    [Fact]
    public async Task Our_timeout_is_a_DodoTimeoutException()
    {
        await using var server = new ScriptedServer(Reply.NoAnswer);
        using var dodo = The.ClientOf(
            server,
            options => (options.AttemptTimeout, options.MaxRetries) = (TimeSpan.FromSeconds(7), 0),
            _clock
        );

        var call = dodo.Customers.GetAsync("cus_1");
        await server.ArrivalAsync();
        _clock.Advance(TimeSpan.FromSeconds(7));

        var timeout = await Assert.ThrowsAsync<DodoTimeoutException>(() => call);
        Assert.Equal("GET /customers/{customerId}", timeout.Operation);
        Assert.Contains("within 7 s", timeout.Message, StringComparison.Ordinal);
        Assert.True(timeout.IsTransient);
    }

    [Fact]
    public async Task A_token_that_is_cancelled_already_sends_nothing()
    {
        await using var server = new ScriptedServer(new Reply(200, The.CustomerJson));
        using var dodo = The.ClientOf(server);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            dodo.Customers.GetAsync("cus_1", new CancellationToken(canceled: true))
        );

        Assert.Empty(server.Received);
    }
}
