using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Tests.Subscriptions;

/// <summary>What happens to subscriptions while the clock runs.</summary>
public sealed class RenewalTests
{
    [Fact]
    public async Task A_renewal_charges_the_card_and_moves_the_dates()
    {
        using var shop = new Shop(settlement: PaymentSettlement.OnClock(TimeSpan.FromSeconds(1)));

        shop.Advance(21);

        Assert.Equal([3000], shop.Charged);
        var subscription = await shop.Read();
        Assert.Equal("2026-02-04T09:00:00Z", subscription.Text("previous_billing_date"));
        Assert.Equal("2026-03-04T09:00:00Z", subscription.Text("next_billing_date"));
        Assert.Equal(["renewed", "updated"], shop.Events(), StringComparer.Ordinal);
        var payment = Assert.Single((await shop.Api.Get("payments")).Items)!;
        Assert.Equal("sub_demo_basic", payment.Text("subscription_id"));
        var full = (await shop.Api.Get($"payments/{payment.Text("payment_id")}")).Ok;
        Assert.Null(full["product_cart"]);
        Assert.Equal(0, full.Number("retry_attempt"));
        Assert.Equal(
            3000,
            (await shop.Api.Get($"payments/{payment.Text("payment_id")}/line-items")).Ok["items"]![0].Number("amount")
        );
    }

    [Fact]
    public async Task Months_keep_their_day_through_short_ones()
    {
        using var shop = new Shop();
        shop.Put(
            """{ "previous_billing_date": "2025-12-31T00:00:00Z", "next_billing_date": "2026-01-31T00:00:00Z" }"""
        );
        var dates = new List<string>();
        for (var month = 0; month < 4; month++)
        {
            await shop.Renew();
            dates.Add((await shop.Read()).Text("next_billing_date")![..10]);
        }

        Assert.Equal(["2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"], dates, StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_failed_renewal_holds_the_subscription_until_another_card_pays()
    {
        using var shop = new Shop();
        shop.UseCard(TestCards.InsufficientFunds);
        await shop.Renew();

        var held = await shop.Read();
        Assert.Equal("on_hold", held.Text("status"));
        Assert.StartsWith("2026-02-04", held.Text("next_billing_date"), StringComparison.Ordinal);
        Assert.Equal(["on_hold", "updated"], shop.Events(), StringComparer.Ordinal);

        shop.Advance(3);
        _ = (
            await shop.Api.Post(
                "subscriptions/sub_demo_basic/update-payment-method",
                $$"""{ "type": "existing", "payment_method_id": "{{DemoSeed.GoodCard}}" }"""
            )
        ).Ok;

        var back = await shop.Read();
        Assert.Equal("active", back.Text("status"));
        Assert.StartsWith("2026-03-04", back.Text("next_billing_date"), StringComparison.Ordinal);
        Assert.Equal(
            ["update_payment_method", "active", "renewed", "updated"],
            shop.Events().TakeLast(4),
            StringComparer.Ordinal
        );
        Assert.Equal([3000], shop.Charged);
    }

    [Fact]
    public async Task What_is_paid_after_the_period_is_over_begins_a_new_one()
    {
        using var shop = new Shop();
        shop.UseCard(TestCards.InsufficientFunds);
        shop.Advance(100);

        _ = (
            await shop.Api.Post(
                "subscriptions/sub_demo_basic/update-payment-method",
                $$"""{ "type": "existing", "payment_method_id": "{{DemoSeed.GoodCard}}" }"""
            )
        ).Ok;

        Assert.StartsWith("2026-05-25", (await shop.Read()).Text("next_billing_date"), StringComparison.Ordinal);
        Assert.Equal([3000], shop.Charged);
    }

    [Fact]
    public async Task Soft_declines_are_retried_when_the_business_wants_it()
    {
        using var shop = new Shop(new SubscriptionRules { RetryWindow = TimeSpan.FromDays(13) });
        shop.UseCard(TestCards.InsufficientFunds);
        var due = shop.Emulator.Clock.GetUtcNow().AddDays(20);

        shop.Advance(60);

        JsonNode[] payments = [.. (await shop.Api.Get("payments")).Items.Reverse()!];
        var attempts = new List<(int Attempt, double Hours)>();
        foreach (var payment in payments)
        {
            var full = (await shop.Api.Get($"payments/{payment.Text("payment_id")}")).Ok;
            attempts.Add(
                (full.Number("retry_attempt"), (full["created_at"]!.GetValue<DateTimeOffset>() - due).TotalHours)
            );
        }

        Assert.Equal([(0, 0.0), (1, 12.0), (2, 36.0), (3, 84.0), (4, 156.0), (5, 252.0)], attempts);
        Assert.Equal("on_hold", (await shop.Read()).Text("status"));
    }

    [Fact]
    public async Task A_retry_that_falls_due_while_the_customer_is_on_a_page_waits_for_it()
    {
        using var shop = new Shop(new SubscriptionRules { RetryWindow = TimeSpan.FromDays(13) });
        shop.UseCard(TestCards.InsufficientFunds);
        await shop.Renew();
        _ = (
            await shop.Api.Post(
                $"subscriptions/{DemoSeed.BasicSubscription}/update-payment-method",
                """{ "type": "new" }"""
            )
        ).Ok;

        shop.Advance(30);

        JsonNode?[] payments = [.. (await shop.Api.Get("payments")).Items.Reverse()];
        Assert.Equal(
            ["failed", "cancelled", "failed", "failed", "failed", "failed", "failed"],
            payments.Select(payment => payment.Text("status")!),
            StringComparer.Ordinal
        );
        DateTimeOffset[] created = [.. payments.Select(payment => payment!["created_at"]!.GetValue<DateTimeOffset>())];
        Assert.InRange(created[2] - created[1], TimeSpan.FromHours(24), TimeSpan.FromHours(25));
    }

    [Fact]
    public async Task A_hard_decline_is_not_retried()
    {
        using var shop = new Shop(new SubscriptionRules { RetryWindow = TimeSpan.FromDays(13) });
        shop.Put($$"""{ "payment_method_id": "{{DemoSeed.ExpiredCard}}" }""");

        shop.Advance(60);

        Assert.Single((await shop.Api.Get("payments")).Items);
    }

    [Theory]
    [InlineData(false, "on_hold")]
    [InlineData(true, "cancelled")]
    public async Task Grace_leaves_a_failed_renewal_past_due_for_a_while(bool cancels, string after)
    {
        using var shop = new Shop(
            new SubscriptionRules { GracePeriod = TimeSpan.FromDays(3), CancelAfterGrace = cancels }
        );
        shop.UseCard(TestCards.InsufficientFunds);
        await shop.Renew();

        Assert.Equal("past_due", (await shop.Read()).Text("status"));
        Assert.Single((await shop.Api.Get("subscriptions?status=past_due")).Items);
        shop.Advance(3);
        Assert.Equal(after, (await shop.Read()).Text("status"));
    }

    [Fact]
    public async Task A_trial_ends_with_the_first_full_charge()
    {
        using var shop = new Shop();
        shop.Put(
            """
            { "trial_period_days": 14, "created_at": "2026-01-10T00:00:00Z",
              "previous_billing_date": "2026-01-10T00:00:00Z", "next_billing_date": "2026-01-24T00:00:00Z" }
            """
        );

        await shop.Renew();

        Assert.Equal([3000], shop.Charged);
        Assert.Equal("2026-02-24T00:00:00Z", (await shop.Read()).Text("next_billing_date"));
    }

    [Fact]
    public async Task A_scheduled_change_costs_nothing_now_and_renews_as_the_new_plan()
    {
        using var shop = new Shop();
        const string more =
            """ "effective_at": "next_billing_date", "addons": [{ "addon_id": "adn_demo_seat", "quantity": 2 }] """;

        var preview = await shop.Preview(DemoSeed.ProPlan, "full_immediately", more: more);
        Assert.Equal(200, (int)(await shop.Change(DemoSeed.ProPlan, "full_immediately", more: more)).Status);

        Assert.Equal("2026-02-04T09:00:00Z", preview["immediate_charge"].Text("effective_at"));
        Assert.Empty(shop.Charged);
        var scheduled = (await shop.Read())["scheduled_change"]!;
        Assert.Equal(
            (DemoSeed.ProPlan, "Pro", "2026-02-04T09:00:00Z"),
            (scheduled.Text("product_id"), scheduled.Text("product_name"), scheduled.Text("effective_at"))
        );
        Assert.Equal(
            """[{"addon_id":"adn_demo_seat","name":"Extra seat","quantity":2}]""",
            scheduled["addons"]!.ToJsonString()
        );
        await shop.Renew();

        Assert.Equal([9000], shop.Charged);
        var after = await shop.Read();
        Assert.Equal(DemoSeed.ProPlan, after.Text("product_id"));
        Assert.Null(after["scheduled_change"]);
        Assert.Equal("2026-03-04T09:00:00Z", after.Text("next_billing_date"));
        Assert.Equal(["updated", "renewed", "plan_changed", "updated"], shop.Events(), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("prevent_change", DemoSeed.BasicPlan, 3000)]
    [InlineData("apply_change", DemoSeed.ProPlan, 8000)]
    public async Task A_scheduled_change_that_cannot_be_paid_is_held(string failure, string product, int owed)
    {
        using var shop = new Shop();
        shop.UseCard(TestCards.GenericDecline);
        await shop.Change(
            DemoSeed.ProPlan,
            "full_immediately",
            more: $$""" "effective_at": "next_billing_date", "on_payment_failure": "{{failure}}" """
        );
        await shop.Renew();

        Assert.Equal(
            ("on_hold", product),
            ((await shop.Read()).Text("status"), (await shop.Read()).Text("product_id"))
        );
        _ = (
            await shop.Api.Post(
                "subscriptions/sub_demo_basic/update-payment-method",
                $$"""{ "type": "existing", "payment_method_id": "{{DemoSeed.GoodCard}}" }"""
            )
        ).Ok;
        Assert.Equal([owed], shop.Charged);
    }

    [Fact]
    public async Task A_scheduled_change_is_cancelled_or_replaced()
    {
        using var shop = new Shop();
        const string later = """ "effective_at": "next_billing_date" """;
        const string path = "subscriptions/sub_demo_basic/change-plan/scheduled";
        (await shop.Api.Delete(path)).IsError(404, "SCHEDULED_PLAN_CHANGE_NOT_FOUND");
        (await shop.Api.Delete("subscriptions/sub_none/change-plan/scheduled")).IsError(
            422,
            "INVALID_REQUEST_PARAMETERS"
        );

        await shop.Change(DemoSeed.ProPlan, "full_immediately", more: later);
        (await shop.Change(DemoSeed.ProPlan)).IsError(409, "SCHEDULED_PLAN_CHANGE_EXISTS");
        await shop.Change(
            DemoSeed.ProPlan,
            "full_immediately",
            quantity: 2,
            more: $"{later}, \"cancel_scheduled_change_plan\": true"
        );
        Assert.Equal(2, (await shop.Read())["scheduled_change"].Number("quantity"));
        Assert.Equal(204, (int)(await shop.Api.Delete(path)).Status);
        Assert.Null((await shop.Read())["scheduled_change"]);

        await shop.Change(DemoSeed.ProPlan, "full_immediately", more: later);
        await shop.Change(DemoSeed.ProPlan, more: """ "cancel_scheduled_change_plan": true """);
        Assert.Null((await shop.Read())["scheduled_change"]);
        Assert.Equal([5000], shop.Charged);
    }

    [Fact]
    public async Task The_end_of_the_term_expires_the_subscription()
    {
        using var shop = new Shop();
        shop.Emulator.PutProduct(
            "pdt_short",
            new JsonObject
            {
                ["price"] = new JsonObject
                {
                    ["type"] = "recurring_price",
                    ["price"] = 1000,
                    ["subscription_period_count"] = 3,
                    ["subscription_period_interval"] = "Month",
                },
            }
        );
        shop.Put(
            """
            { "product_id": "pdt_short", "previous_billing_date": "2026-01-15T09:00:00Z",
              "next_billing_date": "2026-02-15T09:00:00Z" }
            """
        );

        shop.Advance(200);

        Assert.Equal([1000, 1000], shop.Charged);
        Assert.Equal("expired", (await shop.Read()).Text("status"));
        Assert.Equal("expired", shop.Events()[^2]);
    }

    [Fact]
    public async Task A_pause_stops_renewals_and_moves_the_dates_by_its_length()
    {
        using var shop = new Shop();

        Assert.Equal("paused", (await shop.Patch("""{ "status": "paused" }""")).Ok.Text("status"));
        shop.Advance(50);
        Assert.Empty(shop.Charged);
        var resumed = (await shop.Patch("""{ "status": "active" }""")).Ok;

        Assert.Equal("active", resumed.Text("status"));
        Assert.Null(resumed["paused_at"]);
        Assert.Equal("2026-03-26T09:00:00Z", resumed.Text("next_billing_date"));
        Assert.Equal("2036-01-25T09:00:00Z", resumed.Text("expires_at"));
        Assert.Equal(["paused", "updated", "unpaused", "updated"], shop.Events(), StringComparer.Ordinal);
        // The pause took nothing from the period: 20 of 30 days are left.
        await shop.Change(DemoSeed.ProPlan, "prorated_immediately");
        Assert.Equal([3333], shop.Charged);
    }

    [Fact]
    public async Task A_scheduled_cancellation_ends_it_at_the_next_billing_date_unless_revoked()
    {
        using var shop = new Shop();
        _ = (await shop.Patch("""{ "cancel_at_next_billing_date": true, "cancellation_feedback": "unused" }""")).Ok;
        Assert.Single((await shop.Api.Get("subscriptions?cancel_at_next_billing_date=true")).Items);
        var revoked = (await shop.Patch("""{ "cancel_at_next_billing_date": false }""")).Ok;
        Assert.Null(revoked["cancellation_feedback"]);
        await shop.Renew();
        Assert.Equal([3000], shop.Charged);

        Assert.Equal("active", (await shop.Patch("""{ "cancel_at_next_billing_date": true }""")).Ok.Text("status"));
        await shop.Renew();

        Assert.Equal("cancelled", (await shop.Read()).Text("status"));
        Assert.Equal("2026-03-04T09:00:00Z", (await shop.Read()).Text("cancelled_at"));
        Assert.Equal([3000], shop.Charged);
    }

    [Fact]
    public async Task A_billing_date_set_to_now_forces_the_renewal()
    {
        using var shop = new Shop();

        _ = (await shop.Patch("""{ "next_billing_date": "2026-01-15T09:00:00Z" }""")).Ok;
        shop.Emulator.Clock.Advance(TimeSpan.Zero);

        Assert.Equal([3000], shop.Charged);
        Assert.Equal("2026-02-15T09:00:00Z", (await shop.Read()).Text("next_billing_date"));
    }

    [Fact]
    public async Task A_subscription_without_a_card_cannot_renew()
    {
        using var shop = new Shop();
        shop.Put($$"""{ "customer_id": "{{DemoSeed.CustomerWithoutCard}}" }""");

        await shop.Renew();

        var payment = (await shop.Api.Get("payments")).Items[0]!;
        Assert.Equal(
            "MANDATE_REQUIRED",
            (await shop.Api.Get($"payments/{payment.Text("payment_id")}")).Ok.Text("error_code")
        );
        Assert.Equal("on_hold", (await shop.Read()).Text("status"));
    }
}
