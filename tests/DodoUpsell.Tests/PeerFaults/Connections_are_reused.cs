using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.PeerFaults;

/// <summary>Row 6: 200 plan changes held 200 connections, because answers were not disposed of.</summary>
public sealed class Connections_are_reused
{
    private static readonly ChangePlanRequest Change = new()
    {
        ProductId = "pdt_pro",
        Quantity = 1,
        ProrationBillingMode = ProrationMode.DoNotBill,
    };

    [Fact]
    public async Task Two_hundred_calls_with_empty_answers_use_one_connection()
    {
        await using var server = new ScriptedServer(new Reply(200, ""));
        using var dodo = The.ClientOf(server);

        for (var i = 0; i < 200; i++)
            await dodo.Subscriptions.ChangePlanAsync("sub_1", Change);

        Assert.Equal(200, server.Received.Count);
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task Failed_calls_give_their_connection_back_too()
    {
        await using var server = new ScriptedServer(Reply.Error(422, "INVALID_REQUEST_BODY"));
        using var dodo = The.ClientOf(server);

        for (var i = 0; i < 20; i++)
            await Assert.ThrowsAsync<DodoApiException>(() => dodo.Customers.GetAsync("cus_1"));

        Assert.Equal(1, server.Connections);
    }
}
