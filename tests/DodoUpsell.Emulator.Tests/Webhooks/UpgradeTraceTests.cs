using System.Net;
using System.Text.Json.Nodes;
using DodoUpsell.TestKit.Contract;

namespace DodoUpsell.Emulator.Tests.Webhooks;

/// <summary>What a shop hears of an upgrade, from the API call to the delivery.</summary>
public sealed class UpgradeTraceTests
{
    [Fact]
    public async Task An_upgrade_is_told_by_its_payment_and_its_subscription_as_they_are()
    {
        var shop = new Shop();
        var emulator = new DodoEmulator(
            new DodoEmulatorOptions
            {
                Webhook = new EmulatedWebhook(new Uri("https://shop.example/hook")),
                WebhookHandler = shop,
            }
        );
        using var api = new ApiCaller(emulator);

        var change = await api.Post(
            $"subscriptions/{DemoSeed.BasicSubscription}/change-plan",
            $$"""
            { "product_id": "{{DemoSeed.ProPlan}}", "quantity": 1,
              "proration_billing_mode": "difference_immediately" }
            """
        );
        Assert.Equal(200, (int)change.Status);
        await emulator.AdvanceAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.Superset(
            new HashSet<string>(
                ["payment.succeeded", "subscription.plan_changed", "subscription.updated"],
                StringComparer.Ordinal
            ),
            shop.Heard.Select(told => told.Text("type")!).ToHashSet(StringComparer.Ordinal)
        );
        var changed = shop.Heard.First(told => told.Text("type") == "subscription.plan_changed")["data"]!;
        Assert.Equal("Subscription", changed.Text("payload_type"));
        Assert.Equal(DemoSeed.ProPlan, changed.Text("product_id"));
        var paid = shop.Heard.First(told => told.Text("type") == "payment.succeeded")["data"]!;
        Assert.Equal(5000, paid.Number("total_amount"));
        Assert.Equal(DemoSeed.BasicSubscription, paid.Text("subscription_id"));
    }

    [Fact]
    public async Task What_is_delivered_fits_the_contract()
    {
        var shop = new Shop();
        var emulator = new DodoEmulator(
            new DodoEmulatorOptions
            {
                Webhook = new EmulatedWebhook(new Uri("https://shop.example/hook")),
                WebhookHandler = shop,
            }
        );
        using var api = new ApiCaller(emulator);
        var payment = (await api.OneClick()).Ok.Text("payment_id")!;
        await emulator.AdvanceAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        _ = (await api.Post("refunds", $$"""{ "payment_id": "{{payment}}" }""")).Ok;
        _ = await api.Patch($"subscriptions/{DemoSeed.BasicSubscription}", """{ "status": "paused" }""");
        _ = await api.Patch($"subscriptions/{DemoSeed.BasicSubscription}", """{ "status": "active" }""");
        await emulator.AdvanceAsync(TimeSpan.FromDays(40), TestContext.Current.CancellationToken);
        await using var validator = new ContractValidator();

        var types = new HashSet<string>(StringComparer.Ordinal);
        foreach (var told in shop.Heard)
        {
            var type = told.Text("type")!;
            types.Add(type);
            Assert.Empty(await validator.ValidateAsync(told, DodoContract.Webhooks[type], unknownMembers: true));
        }

        Assert.Superset(
            new HashSet<string>(
                [
                    "payment.processing",
                    "payment.succeeded",
                    "refund.succeeded",
                    "subscription.paused",
                    "subscription.unpaused",
                    "subscription.renewed",
                    "subscription.updated",
                ],
                StringComparer.Ordinal
            ),
            types
        );
    }

    private sealed class Shop : HttpMessageHandler
    {
        public List<JsonNode> Heard { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            Heard.Add(JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!);
            return new HttpResponseMessage(HttpStatusCode.OK);
        }
    }
}
