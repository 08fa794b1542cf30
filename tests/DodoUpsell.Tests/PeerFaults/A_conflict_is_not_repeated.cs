using System.Net;
using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.PeerFaults;

/// <summary>Row 2: 409 "pending change exists" was sent three times.</summary>
public sealed class A_conflict_is_not_repeated
{
    [Theory]
    [InlineData("PENDING_PLAN_CHANGE_EXISTS")]
    [InlineData("PendingPlanChangeExists")]
    public async Task A_pending_plan_change_is_reported_once_in_either_spelling(string spelling)
    {
        await using var server = new ScriptedServer(Reply.Error(409, spelling));
        using var dodo = The.ClientOf(server);
        var change = new ChangePlanRequest
        {
            ProductId = "pdt_pro",
            Quantity = 1,
            ProrationBillingMode = ProrationMode.DifferenceImmediately,
        };

        var error = await Assert.ThrowsAsync<DodoApiException>(() =>
            dodo.Subscriptions.ChangePlanAsync("sub_1", change)
        );

        Assert.Single(server.Received);
        Assert.Equal(HttpStatusCode.Conflict, error.StatusCode);
        Assert.Equal(DodoErrorCode.PendingPlanChangeExists, error.Code);
        Assert.Contains("Do not repeat the call", error.Message, StringComparison.Ordinal);
        Assert.False(error.IsTransient);
    }

    [Fact]
    public async Task A_conflict_of_a_repeatable_call_is_not_repeated_either()
    {
        await using var server = new ScriptedServer(Reply.Error(409, "IN_USE"));
        using var dodo = The.ClientOf(server);

        await Assert.ThrowsAsync<DodoApiException>(() => dodo.Customers.DeletePaymentMethodAsync("cus_1", "pm_1"));

        Assert.Single(server.Received);
    }

    [Fact]
    public async Task The_naive_client_sends_it_three_times()
    {
        await using var server = new ScriptedServer(Reply.Error(409, "PENDING_PLAN_CHANGE_EXISTS"));
        using var naive = new NaiveClient(server.Address);

        await naive.PostAsync("/subscriptions/sub_1/change-plan", "{}");

        Assert.Equal(3, server.Received.Count);
    }
}
