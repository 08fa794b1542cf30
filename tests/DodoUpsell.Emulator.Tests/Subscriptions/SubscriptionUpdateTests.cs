using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Tests.Subscriptions;

/// <summary>What may be changed about a subscription, and what is refused.</summary>
public sealed class SubscriptionUpdateTests
{
    [Fact]
    public async Task Details_change_and_null_clears_the_tax_texts()
    {
        using var shop = new Shop();

        var changed = (
            await shop.Patch(
                """
                { "customer_name": "Ada King", "tax_id": "GB1", "customer_business_name": "King Ltd",
                  "metadata": { "a": 1 }, "billing": { "country": "GB", "city": "London" } }
                """
            )
        ).Ok;
        Assert.Equal("Ada King", changed["customer"].Text("name"));
        Assert.Equal(
            ("GB1", "King Ltd", "London"),
            (changed.Text("tax_id"), changed.Text("customer_business_name"), changed["billing"].Text("city"))
        );
        var cleared = (await shop.Patch("""{ "tax_id": null, "customer_business_name": null }""")).Ok;
        Assert.Null(cleared["tax_id"]);
        Assert.Null(cleared["customer_business_name"]);
        Assert.Equal(1, cleared["metadata"].Number("a"));
    }

    [Theory]
    [InlineData("""{ "status": "on_hold" }""", "INVALID_REQUEST_PARAMETERS")]
    [InlineData("""{ "status": "active" }""", "INVALID_REQUEST_PARAMETERS")]
    [InlineData("""{ "status": "gone" }""", "INVALID_REQUEST_BODY")]
    [InlineData("""{ "pause": true }""", "INVALID_REQUEST_PARAMETERS")]
    [InlineData("""{ "pause": false }""", "INVALID_REQUEST_PARAMETERS")]
    [InlineData("""{ "status": "paused", "metadata": {} }""", "INVALID_REQUEST_PARAMETERS")]
    [InlineData("""{ "next_billing_date": "2026-01-15T08:59:59Z" }""", "INVALID_REQUEST_PARAMETERS")]
    [InlineData("""{ "next_billing_date": "2026-03-01T00:00:00+02:00" }""", "INVALID_REQUEST_BODY")]
    [InlineData(
        """{ "disable_on_demand": { "next_billing_date": "2026-03-01T00:00:00Z" } }""",
        "SUBSCRIPTION_NOT_ON_DEMAND"
    )]
    [InlineData("""{ "disable_on_demand": {} }""", "INVALID_REQUEST_BODY")]
    [InlineData("""{ "subscription_period_count": 1 }""", "INVALID_REQUEST_PARAMETERS")]
    [InlineData("""{ "subscription_period_count": 0 }""", "INVALID_REQUEST_BODY")]
    [InlineData("""{ "cancellation_comment": "why" }""", "INVALID_REQUEST_PARAMETERS")]
    [InlineData(
        """{ "credit_entitlement_cart": [{ "credit_entitlement_id": "cde_x" }] }""",
        "INVALID_REQUEST_PARAMETERS"
    )]
    public async Task What_cannot_be_is_refused_and_changes_nothing(string json, string code)
    {
        using var shop = new Shop();
        var before = (await shop.Read()).ToJsonString();

        (await shop.Patch(json)).IsError(422, code);

        Assert.Equal(before, (await shop.Read()).ToJsonString());
    }

    [Fact]
    public async Task The_term_can_be_extended()
    {
        using var shop = new Shop();

        var extended = (
            await shop.Patch("""{ "subscription_period_count": 20, "subscription_period_interval": "Year" }""")
        ).Ok;

        Assert.Equal(
            (20, "2045-12-06T09:00:00Z"),
            (extended.Number("subscription_period_count"), extended.Text("expires_at"))
        );
    }

    [Fact]
    public async Task Pausing_goes_by_the_older_boolean_when_the_options_say_so()
    {
        using var shop = new Shop(new SubscriptionRules { PauseByFlag = true });

        (await shop.Patch("""{ "status": "paused" }""")).IsError(422, "INVALID_REQUEST_PARAMETERS");
        Assert.Equal("paused", (await shop.Patch("""{ "pause": true }""")).Ok.Text("status"));
        Assert.Equal("active", (await shop.Patch("""{ "pause": false }""")).Ok.Text("status"));
    }

    [Fact]
    public async Task A_paused_subscription_refuses_what_needs_an_active_one()
    {
        using var shop = new Shop();
        _ = (await shop.Patch("""{ "status": "paused" }""")).Ok;

        (await shop.Patch("""{ "status": "paused" }""")).IsError(422, "SUBSCRIPTION_INACTIVE");
        (await shop.Patch("""{ "cancel_at_next_billing_date": true }""")).IsError(422, "SUBSCRIPTION_INACTIVE");
        (await shop.Change(DemoSeed.ProPlan)).IsError(422, "INACTIVE_SUBSCRIPTION_PLAN_CHANGE_NOT_SUPPORTED");
        (await shop.Api.Post("subscriptions/sub_demo_basic/update-payment-method", """{ "type": "new" }""")).IsError(
            422,
            "SUBSCRIPTION_INACTIVE"
        );
        var cancelled = (await shop.Patch("""{ "status": "cancelled", "cancellation_feedback": "unused" }""")).Ok;
        Assert.Equal(("cancelled", "unused"), (cancelled.Text("status"), cancelled.Text("cancellation_feedback")));
        (await shop.Patch("""{ "metadata": {} }""")).IsError(422, "SUBSCRIPTION_INACTIVE");
    }

    [Fact]
    public async Task An_active_subscription_just_takes_another_card()
    {
        using var shop = new Shop();
        var other = shop.Emulator.SaveCard(DemoSeed.CustomerWithCards, TestCards.Mastercard);
        const string path = "subscriptions/sub_demo_basic/update-payment-method";

        var answer = (await shop.Api.Post(path, $$"""{ "type": "existing", "payment_method_id": "{{other}}" }""")).Ok;

        Assert.All(answer.AsObject(), member => Assert.Null(member.Value));
        Assert.Equal(other, (await shop.Read()).Text("payment_method_id"));
        Assert.Equal(["update_payment_method", "updated"], shop.Events(), StringComparer.Ordinal);
        (
            await shop.Api.Post(path, $$"""{ "type": "existing", "payment_method_id": "{{DemoSeed.DecliningCard}}" }""")
        ).IsError(422, "INVALID_REQUEST_PARAMETERS");
        (await shop.Api.Post(path, """{ "type": "other" }""")).IsInvalidField("type");
        (await shop.Api.Post(path, """{ "type": "existing" }""")).IsInvalidField("payment_method_id");

        var page = (await shop.Api.Post(path, """{ "type": "new", "return_url": "https://example.com" }""")).Ok;
        Assert.NotNull(page.Text("payment_link"));
        var payment = (await shop.Api.Get($"payments/{page.Text("payment_id")}")).Ok;
        Assert.True(payment["is_update_payment_method"]!.GetValue<bool>());
        Assert.Equal(0, payment.Number("total_amount"));
    }

    [Fact]
    public async Task The_card_of_an_active_subscription_cannot_be_removed()
    {
        using var shop = new Shop();
        const string path = "customers/cus_demo_ada/payment-methods/pm_demo_visa";

        (await shop.Api.Delete(path)).IsError(409, "PAYMENT_METHOD_IN_USE");
        _ = (await shop.Patch("""{ "status": "cancelled" }""")).Ok;
        Assert.Equal(204, (int)(await shop.Api.Delete(path)).Status);
    }

    [Fact]
    public async Task The_order_of_the_checks_of_a_plan_change_is_fixed()
    {
        using var shop = new Shop();
        const string wrong = """
            "effective_at": "next_billing_date", "addons": [{ "addon_id": "adn_none", "quantity": 1 }],
              "discount_codes": ["NONE"]
            """;

        (await shop.Change("pdt_none", id: "sub_none")).IsError(404, "NOT_FOUND");
        (await shop.Api.Post("subscriptions/sub_demo_basic/change-plan", "{}")).IsInvalidField("product_id");
        (await shop.Change(DemoSeed.ProPlan, more: wrong)).IsError(
            422,
            "INVALID_PRORATION_MODE_WITH_NEXT_BILLING_DATE"
        );
        (await shop.Change(DemoSeed.ProPlan, "full_immediately", more: wrong)).IsError(422, "MISSING_ADDON_IDS");
        (
            await shop.Change(
                DemoSeed.ProPlan,
                more: """
                "addons": [{ "addon_id": "adn_demo_seat", "quantity": 1 }, { "addon_id": "adn_demo_seat",
                  "quantity": 1 }]
                """
            )
        ).IsError(422, "DUPLICATE_ADDON_IDS_IN_REQUEST");
        (await shop.Change(DemoSeed.ProPlan, more: """ "discount_codes": ["NONE"] """)).IsError(
            422,
            "INVALID_DISCOUNT_CODE"
        );
        (await shop.Change(DemoSeed.Course)).IsError(422, "INVALID_REQUEST_PARAMETERS");
        (await shop.Change(DemoSeed.ProPlan, quantity: 0)).IsError(422, "INVALID_REQUEST_PARAMETERS");
        (await shop.Change(DemoSeed.ProPlan, quantity: int.MaxValue)).IsError(422, "INTEGER_CONVERSION_FAILURE");
        _ = (await shop.Patch("""{ "cancel_at_next_billing_date": true }""")).Ok;
        (await shop.Change(DemoSeed.ProPlan, more: wrong)).IsError(
            422,
            "PLAN_CHANGE_NOT_ALLOWED_FOR_SCHEDULED_CANCELLATION"
        );
        _ = (await shop.Patch("""{ "status": "cancelled" }""")).Ok;
        (await shop.Change(DemoSeed.ProPlan, more: wrong)).IsError(
            422,
            "INACTIVE_SUBSCRIPTION_PLAN_CHANGE_NOT_SUPPORTED"
        );
        Assert.Empty(shop.Charged);
    }

    [Fact]
    public async Task Add_ons_that_are_not_sent_again_are_removed()
    {
        using var shop = new Shop();
        shop.Put("""{ "addons": [{ "addon_id": "adn_demo_seat", "quantity": 2 }] }""");

        await shop.Change(DemoSeed.BasicPlan);

        Assert.Empty((await shop.Read())["addons"]!.AsArray());
        Assert.Equal([1000L], shop.Credits);
    }
}
