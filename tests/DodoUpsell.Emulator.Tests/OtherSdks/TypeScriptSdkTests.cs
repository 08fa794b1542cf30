using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Tests.OtherSdks;

/// <summary>
/// Any SDK can be pointed at the emulator; the official TypeScript SDK is, faults of its own included.
/// </summary>
public sealed class TypeScriptSdkTests
{
    [Fact]
    public async Task It_lists_methods_charges_in_one_click_changes_a_plan_and_reads_without_an_error()
    {
        var emulator = new DodoEmulator();
        await using var server = await emulator.StartServerAsync(
            cancellationToken: TestContext.Current.CancellationToken
        );

        var steps = await TypeScriptSdk.RunAsync(server.BaseAddress, "tour");

        Assert.Equal(
            ["methods", "checkout", "session", "payment", "preview", "change", "subscription", "payments", "endpoints"],
            steps.Keys
        );
        Assert.Contains(
            steps["methods"]!["items"]!.AsArray(),
            method => method!["payment_method_id"]!.GetValue<string>() == DemoSeed.GoodCard
        );
        Assert.Null(steps["checkout"]!["checkout_url"]);
        Assert.Equal(
            steps["checkout"]!["payment_id"]!.GetValue<string>(),
            steps["session"]!["payment_id"]!.GetValue<string>()
        );
        Assert.Equal(1900, steps["payment"]!["total_amount"]!.GetValue<int>());
        Assert.Equal(5000, steps["preview"]!["immediate_charge"]!["summary"]!["total_amount"]!.GetValue<int>());
        Assert.Contains(
            steps["payments"]!.AsArray(),
            id => id!.GetValue<string>() == steps["checkout"]!["payment_id"]!.GetValue<string>()
        );
    }

    [Fact]
    public async Task It_tours_everything_that_is_newer_than_the_frozen_contract()
    {
        var emulator = new DodoEmulator(new DodoEmulatorOptions { Settlement = PaymentSettlement.Immediate });
        emulator.PutProduct(
            "pdt_yearly",
            JsonNode
                .Parse(
                    """
                    { "price": { "type": "recurring_price", "price": 2000, "discount_bps": 1250,
                      "payment_frequency_interval": "Year" } }
                    """
                )!
                .AsObject()
        );
        emulator.PutSubscription(
            DemoSeed.BasicSubscription,
            new JsonObject
            {
                ["customer_id"] = DemoSeed.CustomerWithCards,
                ["product_id"] = DemoSeed.BasicPlan,
                ["payment_method_id"] = emulator.SaveCard(DemoSeed.CustomerWithCards, TestCards.InsufficientFunds),
            }
        );
        emulator.Clock.Advance(TimeSpan.FromDays(40));
        await using var server = await emulator.StartServerAsync(
            cancellationToken: TestContext.Current.CancellationToken
        );
        using (var api = new ApiCaller(emulator))
            emulator.OpenDispute((await api.OneClick()).Ok.Text("payment_id")!);

        var steps = await TypeScriptSdk.RunAsync(server.BaseAddress, "additions");

        JsonNode preview = steps["bundle preview"]!,
            bundle = steps["bundle"]!;
        Assert.True(preview["payment_method_required"]!.GetValue<bool>());
        Assert.Equal(
            [3000, 8000, 1750],
            preview["subscriptions"]!.AsArray().Select(one => one.Number("amount_due_now"))
        );
        Assert.Equal(12750, bundle.Number("total_amount"));
        Assert.True(bundle["is_multi_subscription"]!.GetValue<bool>());
        Assert.Null(bundle["subscription_id"]);
        Assert.Equal(3, bundle["subscription_ids"]!.AsArray().Count);
        Assert.Equal(
            Enumerable.Repeat($"[\"{bundle.Text("payment_id")}\",true]", 3),
            steps["bundle by subscription"]!.AsArray().Select(one => one!.ToJsonString())
        );
        Assert.True(steps["subscription"]!["has_payment_method"]!.GetValue<bool>());
        Assert.All(steps["subscriptions"]!.AsArray(), row => Assert.True(row!["has_payment_method"]!.GetValue<bool>()));
        Assert.True(steps["created"]!["payment_method_required"]!.GetValue<bool>());
        Assert.All(steps["change"]!.AsObject(), member => Assert.Null(member.Value));
        Assert.StartsWith(
            server.BaseAddress.AbsoluteUri,
            steps["change on a page"].Text("payment_link"),
            StringComparison.Ordinal
        );
        Assert.NotNull(steps["change on a page preview"]!["immediate_charge"]);
        Assert.Equal(
            (13, 1250),
            (steps["product"]!["price"].Number("discount"), steps["product"]!["price"].Number("discount_bps"))
        );
        Assert.Equal("on_hold", steps["held"].Text("status"));
        Assert.True(steps["retry state"]!["can_retry"]!.GetValue<bool>());
        Assert.Equal((3, 0), (steps["retry state"].Number("sends_allowed"), steps["retry state"].Number("sends_used")));
        Assert.True(steps["retry"]!["is_manual_retry"]!.GetValue<bool>());
        Assert.Equal(
            (1, 1),
            (steps["retry"].Number("sends_used"), steps["retry state afterwards"].Number("sends_used"))
        );
        Assert.False(steps["retry state afterwards"]!["can_retry"]!.GetValue<bool>());
        Assert.NotNull(steps["retry state afterwards"]!["reason"]);
        Assert.Single(steps["disputed"]!.AsArray());
        Assert.Equal(
            ["subscription.past_due"],
            steps["endpoint"]!["filter_types"]!.AsArray().Select(type => type!.GetValue<string>())
        );
    }

    [Fact]
    public async Task It_cancels_a_scheduled_change()
    {
        var emulator = new DodoEmulator();
        await using var server = await emulator.StartServerAsync(
            cancellationToken: TestContext.Current.CancellationToken
        );
        using var http = new HttpClient { BaseAddress = server.BaseAddress };
        http.DefaultRequestHeaders.Authorization = new("Bearer", "any");
        using var scheduled = await http.PostAsync(
            $"/subscriptions/{DemoSeed.BasicSubscription}/change-plan",
            new StringContent(
                $$"""
                {"product_id":"{{DemoSeed.ProPlan}}","quantity":1,"proration_billing_mode":"full_immediately",
                  "effective_at":"next_billing_date"}
                """,
                System.Text.Encoding.UTF8,
                "application/json"
            ),
            TestContext.Current.CancellationToken
        );
        Assert.True(scheduled.IsSuccessStatusCode);

        var steps = await TypeScriptSdk.RunAsync(server.BaseAddress, "cancel");

        Assert.Equal(["cancelled"], steps.Keys);
    }

    [Fact]
    public async Task Its_automatic_retry_charges_again_when_the_answer_is_lost_after_the_charge()
    {
        var emulator = new DodoEmulator(new DodoEmulatorOptions { Settlement = PaymentSettlement.Immediate });
        await using var server = await emulator.StartServerAsync(
            cancellationToken: TestContext.Current.CancellationToken
        );
        using var http = new HttpClient { BaseAddress = server.BaseAddress };
        using var fault = await http.PostAsync(
            "/_emulator/faults",
            new StringContent(
                """{"method":"POST","path":"/checkouts","kind":"drop_after_commit","times":1}""",
                System.Text.Encoding.UTF8,
                "application/json"
            ),
            TestContext.Current.CancellationToken
        );
        Assert.True(fault.IsSuccessStatusCode);

        await TypeScriptSdk.RunAsync(server.BaseAddress, "charge");

        Assert.InRange(emulator.Charges.Count, 2, 3);
    }
}
