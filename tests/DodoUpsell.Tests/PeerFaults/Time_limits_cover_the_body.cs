using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.PeerFaults;

/// <summary>Row 5: timeout and cancellation ended at the headers, so a stalled body hung for ever.</summary>
public sealed class Time_limits_cover_the_body
{
    private static readonly Reply Stalled = new(200, """{"customer_id":"cus""", ReplyKind.StalledBody);

    [Fact]
    public async Task A_stalled_body_runs_into_the_timeout()
    {
        await using var server = new ScriptedServer(Stalled);
        var clock = new ManualTimeProvider();
        using var dodo = The.ClientOf(
            server,
            options => (options.AttemptTimeout, options.MaxRetries) = (TimeSpan.FromSeconds(5), 0),
            clock
        );

        var call = dodo.Customers.GetAsync("cus_1");
        await server.ArrivalAsync();
        clock.Advance(TimeSpan.FromSeconds(5));

        var timeout = await Assert.ThrowsAsync<DodoTimeoutException>(() => call);
        Assert.Equal(TimeSpan.FromSeconds(5), timeout.Timeout);
    }

    [Fact]
    public async Task A_stalled_body_can_be_cancelled()
    {
        await using var server = new ScriptedServer(Stalled);
        using var dodo = The.ClientOf(server, clock: new ManualTimeProvider());
        using var caller = new CancellationTokenSource();

        var call = dodo.Customers.GetAsync("cus_1", caller.Token);
        await server.ArrivalAsync();
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }
}
