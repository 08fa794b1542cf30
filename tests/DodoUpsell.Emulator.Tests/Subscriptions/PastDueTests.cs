using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Tests.Webhooks;
using DodoUpsell.TestKit.Contract;

namespace DodoUpsell.Emulator.Tests.Subscriptions;

/// <summary>A failed renewal with a grace period, and the reminders of it.</summary>
public sealed class PastDueTests : IDisposable
{
    private readonly WebhookReceiver _receiver = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _receiver.Dispose();

    [Fact]
    public async Task Webhooks_say_when_the_grace_period_ends()
    {
        var emulator = Emulator(new SubscriptionRules { GracePeriod = TimeSpan.FromDays(3) });
        using var api = new ApiCaller(emulator);
        await FailToRenew(emulator);

        var pastDue = Told("subscription.past_due");
        Assert.Equal(("past_due", "2026-02-07T09:00:00Z"), (pastDue.Text("status"), pastDue.Text("past_due_ends_at")));
        Assert.False(
            (await api.Get($"subscriptions/{DemoSeed.BasicSubscription}")).Ok.AsObject().ContainsKey("past_due_ends_at")
        );
        await emulator.AdvanceAsync(TimeSpan.FromDays(3), Cancellation);

        var held = Told("subscription.on_hold");
        Assert.True(held.AsObject().ContainsKey("past_due_ends_at"));
        Assert.Null(held["past_due_ends_at"]);
        await using var validator = new ContractValidator();
        Assert.Empty(
            await validator.ValidateAsync(
                _receiver.Received.Single(webhook => webhook.Body.Text("type") is "subscription.on_hold").Body,
                DodoContract.Webhooks["subscription.on_hold"],
                unknownMembers: true
            )
        );
    }

    [Fact]
    public async Task An_endpoint_can_ask_for_past_due_alone()
    {
        var emulator = Emulator(new SubscriptionRules { GracePeriod = TimeSpan.FromDays(3) }, webhook: false);
        using var api = new ApiCaller(emulator);
        _ = (
            await api.Post(
                "webhooks",
                $$"""{ "url": "{{WebhookReceiver.Address}}", "filter_types": ["subscription.past_due"] }"""
            )
        ).Ok;

        await FailToRenew(emulator);

        Assert.Equal(["subscription.past_due"], _receiver.Types);
    }

    [Fact]
    public async Task The_reason_of_a_cancellation_is_the_end_of_the_grace_period()
    {
        var emulator = Emulator(new SubscriptionRules { GracePeriod = TimeSpan.FromDays(3), CancelAfterGrace = true });
        await FailToRenew(emulator);

        await emulator.AdvanceAsync(TimeSpan.FromDays(3), Cancellation);

        var subscription = Assert.Single(emulator.GetState()["subscriptions"]!.AsArray())!;
        Assert.Equal(
            ("cancelled", "cancelled_by_merchant_grace_period_expired"),
            (subscription.Text("status"), subscription.Text("cancel_reason"))
        );
        using var api = new ApiCaller(emulator);
        emulator.PutSubscription(
            "sub_other",
            new JsonObject { ["customer_id"] = DemoSeed.CustomerWithCards, ["product_id"] = DemoSeed.BasicPlan }
        );
        _ = (
            await api.Patch(
                "subscriptions/sub_other",
                """{ "status": "cancelled", "cancel_reason": "cancelled_by_merchant_grace_period_expired" }"""
            )
        ).Ok;
    }

    [Fact]
    public async Task A_subscription_and_its_row_say_whether_there_is_a_method_to_charge()
    {
        var emulator = new DodoEmulator();
        using var api = new ApiCaller(emulator);
        emulator.PutSubscription(
            "sub_cardless",
            new JsonObject { ["customer_id"] = DemoSeed.CustomerWithoutCard, ["product_id"] = DemoSeed.BasicPlan }
        );

        Assert.True(
            (await api.Get($"subscriptions/{DemoSeed.BasicSubscription}")).Ok["has_payment_method"]!.GetValue<bool>()
        );
        Assert.False((await api.Get("subscriptions/sub_cardless")).Ok["has_payment_method"]!.GetValue<bool>());
        Assert.Equal(
            [("sub_cardless", false), (DemoSeed.BasicSubscription, true)],
            (await api.Get("subscriptions")).Items.Select(row =>
                (row.Text("subscription_id")!, row!["has_payment_method"]!.GetValue<bool>())
            )
        );
    }

    [Theory]
    [InlineData(null, "on_hold")]
    [InlineData(3, "past_due")]
    public async Task Reminders_begin_with_the_failed_renewal_and_end_when_it_is_paid(int? graceDays, string trigger)
    {
        var emulator = Emulator(
            new SubscriptionRules
            {
                Dunning = true,
                GracePeriod = graceDays is { } days ? TimeSpan.FromDays(days) : null,
            }
        );
        using var api = new ApiCaller(emulator);
        await FailToRenew(emulator);

        var started = Told("dunning.started");
        var failed = (await api.Get("payments")).Items[0].Text("payment_id")!;
        Assert.Equal(
            ("DunningAttempt", DemoSeed.BasicSubscription, DemoSeed.CustomerWithCards, trigger, "recovering", failed),
            (
                started.Text("payload_type"),
                started.Text("subscription_id"),
                started.Text("customer_id"),
                started.Text("trigger_state"),
                started.Text("status"),
                started.Text("payment_id")
            )
        );

        var paid = (
            await api.Post(
                $"subscriptions/{DemoSeed.BasicSubscription}/update-payment-method",
                $$"""{ "type": "existing", "payment_method_id": "{{DemoSeed.GoodCard}}" }"""
            )
        ).Ok.Text("payment_id")!;
        await emulator.DeliverWebhooksAsync(Cancellation);

        var recovered = Told("dunning.recovered");
        Assert.Equal(
            (trigger, "recovered", paid),
            (recovered.Text("trigger_state"), recovered.Text("status"), recovered.Text("payment_id"))
        );
        await emulator.AdvanceAsync(TimeSpan.FromDays(10), Cancellation);
        Assert.Equal("recovered", Assert.Single(emulator.GetState()["dunning_attempts"]!.AsArray())!.Text("status"));
    }

    [Fact]
    public async Task Reminders_end_after_a_week_and_a_hold_after_a_longer_grace_period_begins_them_anew()
    {
        var emulator = Emulator(new SubscriptionRules { Dunning = true, GracePeriod = TimeSpan.FromDays(10) });
        await FailToRenew(emulator);

        await emulator.AdvanceAsync(TimeSpan.FromDays(10), Cancellation);

        Assert.Equal(
            [("past_due", "exhausted"), ("on_hold", "recovering")],
            emulator.GetState()["dunning_attempts"]!
                .AsArray()
                .Select(attempt => (attempt.Text("trigger_state"), attempt.Text("status")))
        );
        Assert.Equal(2, _receiver.Types.Count(type => type is "dunning.started"));
    }

    [Theory]
    [InlineData("cancelled_by_merchant_send_dunning", true, 1)]
    [InlineData("cancelled_by_merchant", true, 0)]
    [InlineData("cancelled_by_merchant_send_dunning", false, 0)]
    public async Task A_cancellation_begins_them_when_its_reason_says_so_and_the_business_wants_them(
        string reason,
        bool dunning,
        int started
    )
    {
        var emulator = Emulator(new SubscriptionRules { Dunning = dunning });
        using var api = new ApiCaller(emulator);

        _ = (
            await api.Patch(
                $"subscriptions/{DemoSeed.BasicSubscription}",
                $$"""{ "status": "cancelled", "cancel_reason": "{{reason}}" }"""
            )
        ).Ok;
        await emulator.DeliverWebhooksAsync(Cancellation);

        Assert.Equal(started, _receiver.Types.Count(type => type is "dunning.started"));
        if (started == 0)
            return;

        await using var validator = new ContractValidator();
        var told = _receiver.Received.Single(webhook => webhook.Body.Text("type") is "dunning.started").Body;
        Assert.Equal("cancelled", told["data"].Text("trigger_state"));
        Assert.Empty(
            await validator.ValidateAsync(told, DodoContract.Webhooks["dunning.started"], unknownMembers: true)
        );
    }

    private DodoEmulator Emulator(SubscriptionRules rules, bool webhook = true) =>
        new(
            new DodoEmulatorOptions
            {
                WebhookHandler = _receiver,
                Webhook = webhook ? new EmulatedWebhook(WebhookReceiver.Address) : null,
                Settlement = PaymentSettlement.Immediate,
                Subscriptions = rules,
            }
        );

    private static async Task FailToRenew(DodoEmulator emulator)
    {
        var card = emulator.SaveCard(DemoSeed.CustomerWithCards, TestCards.InsufficientFunds);
        emulator.PutSubscription(
            DemoSeed.BasicSubscription,
            new JsonObject
            {
                ["customer_id"] = DemoSeed.CustomerWithCards,
                ["product_id"] = DemoSeed.BasicPlan,
                ["payment_method_id"] = card,
                ["previous_billing_date"] = "2026-01-04T09:00:00Z",
                ["next_billing_date"] = "2026-02-04T09:00:00Z",
            }
        );
        await emulator.AdvanceAsync(TimeSpan.FromDays(21), Cancellation);
    }

    private JsonNode Told(string type) =>
        _receiver.Received.Single(webhook => webhook.Body.Text("type") == type).Body["data"]!;
}
