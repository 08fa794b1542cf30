using System.Text.Json;
using System.Text.Json.Nodes;
using DodoUpsell.ContractTests.Calls;
using DodoUpsell.ContractTests.WireMock;
using DodoUpsell.TestKit;

namespace DodoUpsell.ContractTests.Clients;

/// <summary>Tests requests that version 1.113.0 of the contract does not describe.</summary>
public sealed class BeyondTheContractTests(WireMockServer wireMock)
{
    [Fact]
    public async Task A_plan_change_can_ask_for_a_payment_link_and_replace_a_scheduled_change()
    {
        var body = await BodyOfAsync(
            "Subscriptions.ChangePlanAsync",
            "status-409",
            dodo =>
                dodo.Subscriptions.ChangePlanAsync(
                    Known.Subscription,
                    new()
                    {
                        ProductId = Known.TeamPlan,
                        Quantity = 5,
                        ProrationBillingMode = ProrationMode.ProratedImmediately,
                        CollectViaPaymentLink = true,
                        CancelScheduledChangePlan = true,
                    }
                )
        );

        Assert.Empty(
            JsonComparison.Differences(
                JsonNode.Parse(
                    $$"""
                    {
                      "product_id": "{{Known.TeamPlan}}", "quantity": 5,
                        "proration_billing_mode": "prorated_immediately",
                      "collect_via_payment_link": true, "cancel_scheduled_change_plan": true
                    }
                    """
                ),
                body
            )
        );
    }

    [Fact]
    public async Task A_request_can_carry_members_that_the_SDK_does_not_know()
    {
        var body = await BodyOfAsync(
            "Refunds.CreateAsync",
            "status-422",
            dodo =>
                dodo.Refunds.CreateAsync(
                    new()
                    {
                        PaymentId = Known.Payment,
                        AdditionalProperties = new Dictionary<string, JsonElement>(StringComparer.Ordinal)
                        {
                            ["notify"] = JsonElement.Parse("""{"by": ["mail", 2]}"""),
                        },
                    }
                )
        );

        Assert.Empty(
            JsonComparison.Differences(
                JsonNode.Parse($$"""{ "notify": { "by": ["mail", 2] }, "payment_id": "{{Known.Payment}}" }"""),
                body
            )
        );
    }

    private async Task<JsonNode?> BodyOfAsync<T>(
        string operation,
        string testCase,
        Func<IDodoClient, Task<T>> sendAsync
    )
    {
        var call = new SdkCall(operation, "beyond the contract", (dodo, _) => sendAsync(dodo).Untyped());

        var exchange = await Exchange.SendAsync(await wireMock.GetAsync(), call, testCase);

        Assert.IsType<DodoApiException>(exchange.Exception);
        return JsonNode.Parse(exchange.Request.Body);
    }
}
