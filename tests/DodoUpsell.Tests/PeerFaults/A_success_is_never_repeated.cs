using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.PeerFaults;

/// <summary>Row 3: a 200 with <c>X-Should-Retry: true</c> was sent again.</summary>
public sealed class A_success_is_never_repeated
{
    private static readonly Reply Success = new Reply(200, The.SessionJson).With("X-Should-Retry", "true");

    [Fact]
    public async Task A_success_that_asks_to_be_retried_is_taken_as_a_success()
    {
        await using var server = new ScriptedServer(Success);
        using var dodo = The.ClientOf(server);

        var session = await dodo.CheckoutSessions.CreateAsync(The.OneClick());

        Assert.Equal("pay_1", session.PaymentId);
        Assert.Single(server.Received);
    }

    [Fact]
    public async Task The_naive_client_sends_it_three_times()
    {
        await using var server = new ScriptedServer(Success);
        using var naive = new NaiveClient(server.Address);

        await naive.PostAsync("/checkouts", "{}");

        Assert.Equal(3, server.Received.Count);
    }
}
