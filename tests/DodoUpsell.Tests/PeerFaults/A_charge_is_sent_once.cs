using System.Net;
using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.PeerFaults;

/// <summary>Row 1: one charging call became three charges when its answer was lost.</summary>
public sealed class A_charge_is_sent_once
{
    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var charge in Charges.Keys)
        {
            foreach (var fault in Faults.Keys)
                cases.Add(charge, fault);
        }

        return cases;
    }

    private static readonly Dictionary<string, Func<IDodoClient, Task>> Charges = new(StringComparer.Ordinal)
    {
        ["one-click checkout"] = dodo => dodo.CheckoutSessions.CreateAsync(The.OneClick()),
        ["payment"] = dodo =>
            dodo.Payments.CreateAsync(
                new()
                {
                    Customer = CustomerReference.Existing("cus_1"),
                    Billing = new() { Country = CountryCode.US },
                    ProductCart = [new() { ProductId = "pdt_1", Quantity = 1 }],
                }
            ),
        ["subscription"] = dodo =>
            dodo.Subscriptions.CreateAsync(
                new()
                {
                    Customer = CustomerReference.Existing("cus_1"),
                    Billing = new() { Country = CountryCode.US },
                    ProductId = "pdt_1",
                    Quantity = 1,
                }
            ),
        ["on-demand charge"] = dodo => dodo.Subscriptions.ChargeAsync("sub_1", new() { ProductPrice = 100 }),
        ["plan change"] = dodo =>
            dodo.Subscriptions.ChangePlanAsync(
                "sub_1",
                new()
                {
                    ProductId = "pdt_1",
                    Quantity = 1,
                    ProrationBillingMode = ProrationMode.DifferenceImmediately,
                }
            ),
        ["payment method update"] = dodo =>
            dodo.Subscriptions.UpdatePaymentMethodAsync(
                "sub_1",
                new ExistingPaymentMethod { PaymentMethodId = "pm_1" }
            ),
        ["refund"] = dodo => dodo.Refunds.CreateAsync(new() { PaymentId = "pay_1" }),
    };

    private static readonly Dictionary<string, Reply> Faults = new(StringComparer.Ordinal)
    {
        ["reset after the request was read"] = Reply.Reset,
        ["500"] = Reply.Error(500, "INTERNAL_SERVER_ERROR"),
        ["502"] = new(502, "<html>Bad gateway</html>", ContentType: "text/html"),
        ["503"] = Reply.Error(503, "SERVICE_UNAVAILABLE"),
        ["408"] = Reply.Error(408, "REQUEST_TIMEOUT"),
        ["a truncated answer"] = new(200, """{"session_id":"cks_1",""", ReplyKind.TruncatedBody),
        ["HTML with 200"] = new(200, "<html>Welcome</html>", ContentType: "text/html"),
        ["a redirect"] = new Reply(303, "").With("Location", "/elsewhere"),
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Whatever_happens_to_the_answer_one_request_arrives_and_the_unknown_outcome_is_named(
        string charge,
        string fault
    )
    {
        await using var server = new ScriptedServer(Faults[fault]);
        using var dodo = The.ClientOf(server);

        var unknown = await Assert.ThrowsAsync<DodoUnknownOutcomeException>(() => Charges[charge](dodo));

        Assert.Single(server.Received);
        Assert.Contains("was not sent again", unknown.Message, StringComparison.Ordinal);
        Assert.Contains("Determine the outcome before you repeat it", unknown.Message, StringComparison.Ordinal);
        Assert.False(unknown.IsTransient);
        Assert.NotEqual(default, unknown.SentAt);
        if (int.TryParse(fault, out var status))
            Assert.Equal((HttpStatusCode)status, unknown.StatusCode);
    }

    [Fact]
    public async Task A_timeout_of_a_charge_is_an_unknown_outcome_of_one_request()
    {
        await using var server = new ScriptedServer(Reply.NoAnswer);
        var clock = new ManualTimeProvider();
        using var dodo = The.ClientOf(server, options => options.AttemptTimeout = TimeSpan.FromSeconds(5), clock);

        var call = dodo.CheckoutSessions.CreateAsync(The.OneClick());
        await server.ArrivalAsync();
        clock.Advance(TimeSpan.FromSeconds(5));

        var unknown = await Assert.ThrowsAsync<DodoUnknownOutcomeException>(() => call);
        Assert.IsType<DodoTimeoutException>(unknown.InnerException);
        Assert.Single(server.Received);
    }

    [Fact]
    public async Task A_conflict_is_the_API_error_of_one_request()
    {
        await using var server = new ScriptedServer(Reply.Error(409, "CHECKOUT_SESSION_CONSUMED"));
        using var dodo = The.ClientOf(server);

        var error = await Assert.ThrowsAsync<DodoApiException>(() => dodo.CheckoutSessions.CreateAsync(The.OneClick()));

        Assert.Equal(DodoErrorCode.CheckoutSessionConsumed, error.Code);
        Assert.Single(server.Received);
    }

    [Fact]
    public async Task When_only_the_first_answer_is_lost_the_naive_client_charges_twice_and_reports_success()
    {
        await using var server = new ScriptedServer(Reply.Reset, new Reply(200, The.SessionJson));
        using var naive = new NaiveClient(server.Address);

        var answer = await naive.PostAsync("/checkouts", "{}");

        Assert.Equal(The.SessionJson, answer);
        Assert.Equal(2, server.Received.Count);
    }

    [Theory]
    [InlineData("500")]
    [InlineData("408")]
    public async Task After_an_error_status_the_naive_client_charges_three_times(string fault)
    {
        await using var server = new ScriptedServer(Faults[fault]);
        using var naive = new NaiveClient(server.Address);

        await naive.PostAsync("/checkouts", "{}");

        Assert.Equal(3, server.Received.Count);
    }
}
