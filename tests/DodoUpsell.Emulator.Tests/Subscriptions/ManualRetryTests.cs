using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Tests.Subscriptions;

/// <summary>
/// Retries of a failed renewal that the merchant asks for: <c>GET</c> and <c>POST /payments/{payment_id}/retry</c>.
/// </summary>
public sealed class ManualRetryTests
{
    [Fact]
    public async Task A_retry_that_is_paid_brings_the_subscription_back()
    {
        using var shop = new Shop();
        var failed = await FailToRenew(shop, TestCards.InsufficientFunds);
        var before = (await shop.Api.Get($"payments/{failed}/retry")).Ok;
        Assert.Equal(
            """{"can_retry":true,"reason":null,"sends_allowed":3,"sends_used":0,"retry_available_at":null}""",
            before.ToJsonString()
        );
        // The customer has put money on the account: the saved card pays now.
        shop.Emulator.State.Subscriptions.Get(DemoSeed.BasicSubscription).Method =
            shop.Emulator.State.PaymentMethods.Get(DemoSeed.GoodCard);

        var retry = (await shop.Api.Post($"payments/{failed}/retry", "")).Ok;

        Assert.NotEqual(failed, retry.Text("payment_id"), StringComparer.Ordinal);
        Assert.Equal(
            ("succeeded", true, 1, 3, 1),
            (
                retry.Text("status"),
                retry["is_manual_retry"]!.GetValue<bool>(),
                retry.Number("retry_attempt"),
                retry.Number("sends_allowed"),
                retry.Number("sends_used")
            )
        );
        var paid = (await shop.Api.Get($"payments/{retry.Text("payment_id")}")).Ok;
        Assert.Equal(
            (retry.Text("invoice_id"), 1, "succeeded"),
            (paid.Text("invoice_id"), paid.Number("retry_attempt"), paid.Text("status"))
        );
        Assert.StartsWith("inv_", retry.Text("invoice_id"), StringComparison.Ordinal);
        var subscription = (await shop.Read())!;
        Assert.Equal(
            ("active", "2026-03-04T09:00:00Z"),
            (subscription.Text("status"), subscription.Text("next_billing_date"))
        );
        Assert.Equal(["on_hold", "updated", "active", "renewed", "updated"], shop.Events(), StringComparer.Ordinal);
        Assert.Equal([3000], shop.Charged);
        Assert.Equal(["payment.succeeded"], PaymentEvents(shop, retry.Text("payment_id")!), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_retry_that_is_declined_changes_nothing_and_three_are_allowed_with_a_pause_between_them()
    {
        using var shop = new Shop(new SubscriptionRules { ManualRetryCooldown = TimeSpan.FromHours(6) });
        var failed = await FailToRenew(shop, TestCards.GenericDecline);

        var first = (await shop.Api.Post($"payments/{failed}/retry", "")).Ok;

        Assert.Equal(("failed", "2026-02-04T15:00:05Z"), (first.Text("status"), first.Text("retry_available_at")));
        Assert.Equal("on_hold", (await shop.Read()).Text("status"));
        (await shop.Api.Post($"payments/{failed}/retry", "")).IsError(429, "MANUAL_RETRY_LIMIT_REACHED");
        var waiting = (await shop.Api.Get($"payments/{failed}/retry")).Ok;
        Assert.Equal(
            (false, "MANUAL_RETRY_LIMIT_REACHED", 1, "2026-02-04T15:00:05Z"),
            (
                waiting["can_retry"]!.GetValue<bool>(),
                waiting.Text("reason"),
                waiting.Number("sends_used"),
                waiting.Text("retry_available_at")
            )
        );
        Assert.Equal(2, (await shop.Api.Get("payments")).Items.Count);

        shop.Emulator.Clock.Advance(TimeSpan.FromHours(6));
        // The retry before is a failed payment of the invoice, too.
        var second = (await shop.Api.Post($"payments/{first.Text("payment_id")}/retry", "")).Ok;
        shop.Emulator.Clock.Advance(TimeSpan.FromHours(6));
        var third = (await shop.Api.Post($"payments/{failed}/retry", "")).Ok;

        Assert.Equal(
            [(1, 1), (2, 2), (3, 3)],
            new[] { first, second, third }.Select(retry => (retry.Number("retry_attempt"), retry.Number("sends_used")))
        );
        Assert.Single(
            new[] { first, second, third }.Select(retry => retry.Text("invoice_id")).Distinct(StringComparer.Ordinal)
        );
        Assert.Null(third["retry_available_at"]);
        shop.Advance(30);
        (await shop.Api.Post($"payments/{failed}/retry", "")).IsError(429, "MANUAL_RETRY_LIMIT_REACHED");
        var spent = (await shop.Api.Get($"payments/{failed}/retry")).Ok;
        JsonAssert.Same(
            """
            {"can_retry":false,"reason":"MANUAL_RETRY_LIMIT_REACHED","sends_allowed":3,"sends_used":3,
              "retry_available_at":null}
            """,
            spent
        );
    }

    [Fact]
    public async Task A_retry_under_way_is_waited_for()
    {
        using var shop = new Shop(
            new SubscriptionRules { ManualRetryCooldown = TimeSpan.Zero },
            settlement: PaymentSettlement.OnClock(TimeSpan.FromMinutes(1))
        );
        shop.UseCard(TestCards.InsufficientFunds);
        shop.Advance(21);
        var failed = (await shop.Api.Get("payments")).Items[0].Text("payment_id")!;

        Assert.Equal("processing", (await shop.Api.Post($"payments/{failed}/retry", "")).Ok.Text("status"));

        (await shop.Api.Post($"payments/{failed}/retry", "")).IsError(409, "PREVIOUS_PAYMENT_PENDING");
        Assert.Equal("PREVIOUS_PAYMENT_PENDING", (await shop.Api.Get($"payments/{failed}/retry")).Ok.Text("reason"));
        shop.Emulator.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("processing", (await shop.Api.Post($"payments/{failed}/retry", "")).Ok.Text("status"));
    }

    [Fact]
    public async Task A_method_that_was_declined_for_good_is_not_tried_again()
    {
        using var shop = new Shop();
        shop.Put($$"""{ "payment_method_id": "{{DemoSeed.ExpiredCard}}" }""");
        await shop.Renew();
        var failed = (await shop.Api.Get("payments")).Items[0].Text("payment_id")!;

        (await shop.Api.Post($"payments/{failed}/retry", "")).IsError(422, "MANUAL_RETRY_HARD_DECLINE");
        Assert.Equal("MANUAL_RETRY_HARD_DECLINE", (await shop.Api.Get($"payments/{failed}/retry")).Ok.Text("reason"));
        Assert.Single((await shop.Api.Get("payments")).Items);
    }

    [Fact]
    public async Task Scheduled_retries_go_on_beside_those_of_the_merchant()
    {
        using var shop = new Shop(new SubscriptionRules { RetryWindow = TimeSpan.FromDays(13) });
        var failed = await FailToRenew(shop, TestCards.InsufficientFunds);
        shop.Emulator.Clock.Advance(TimeSpan.FromHours(13));

        Assert.Equal(2, (await shop.Api.Post($"payments/{failed}/retry", "")).Ok.Number("retry_attempt"));
        shop.Advance(60);

        var payments = (await shop.Api.Get("payments")).Items;
        Assert.Equal(7, payments.Count);
    }

    [Fact]
    public async Task Only_the_open_invoice_of_a_renewal_on_hold_can_be_retried()
    {
        using var shop = new Shop();
        var oneTime = (await shop.Api.OneClick(DemoSeed.CustomerWithDecliningCard, DemoSeed.DecliningCard)).Ok.Text(
            "payment_id"
        )!;
        await Refused(shop, oneTime);

        shop.UseCard(TestCards.GenericDecline);
        await shop.Change(DemoSeed.ProPlan, more: """ "on_payment_failure": "apply_change" """);
        await Refused(shop, (await shop.Api.Get("payments")).Items[0].Text("payment_id")!);

        (await shop.Api.Get("payments/pay_none/retry")).IsError(404, "NOT_FOUND");
        (await shop.Api.Post("payments/pay_none/retry", "")).IsError(404, "NOT_FOUND");
    }

    [Fact]
    public async Task A_renewal_that_was_paid_meanwhile_or_is_only_past_due_cannot_be_retried()
    {
        using var shop = new Shop();
        var paid = await FailToRenew(shop, TestCards.GenericDecline);
        _ = (
            await shop.Api.Post(
                "subscriptions/sub_demo_basic/update-payment-method",
                $$"""{ "type": "existing", "payment_method_id": "{{DemoSeed.GoodCard}}" }"""
            )
        ).Ok;
        await Refused(shop, paid);

        using var lenient = new Shop(new SubscriptionRules { GracePeriod = TimeSpan.FromDays(3) });
        var pastDue = await FailToRenew(lenient, TestCards.GenericDecline);
        await Refused(lenient, pastDue);
        lenient.Advance(3);
        _ = (await lenient.Api.Post($"payments/{pastDue}/retry", "")).Ok;
    }

    private static async Task<string> FailToRenew(Shop shop, string card)
    {
        shop.UseCard(card);
        await shop.Renew();
        return (await shop.Api.Get("payments")).Items[0].Text("payment_id")!;
    }

    private static async Task Refused(Shop shop, string payment)
    {
        (await shop.Api.Post($"payments/{payment}/retry", "")).IsError(422, "UNSUPPORTED_ACTION");
        var state = (await shop.Api.Get($"payments/{payment}/retry")).Ok;
        Assert.Equal(
            (false, "UNSUPPORTED_ACTION", 0),
            (state["can_retry"]!.GetValue<bool>(), state.Text("reason"), state.Number("sends_used"))
        );
        Assert.Null(state["retry_available_at"]);
    }

    private static IEnumerable<string> PaymentEvents(Shop shop, string payment) =>
        shop.Emulator.State.Events.Raised.Where(raised => raised.SubjectId == payment).Select(raised => raised.Type);
}
