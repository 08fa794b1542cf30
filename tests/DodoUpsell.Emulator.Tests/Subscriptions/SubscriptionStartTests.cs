using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Tests.Subscriptions;

/// <summary>How subscriptions come into being: in one click, and through the deprecated endpoint.</summary>
public sealed class SubscriptionStartTests
{
    [Fact]
    public async Task A_one_click_checkout_of_a_plan_starts_a_subscription()
    {
        using var shop = new Shop(settlement: PaymentSettlement.AfterReads(1));

        var session = (
            await shop.Api.OneClick(product: DemoSeed.ProPlan, more: """ "metadata": { "offer": "pro" } """)
        ).Ok;
        var payment = (await shop.Api.Get($"payments/{session.Text("payment_id")}")).Ok;
        var id = payment.Text("subscription_id")!;

        Assert.Equal(
            "pending",
            shop.Emulator.GetState()["subscriptions"]!
                .AsArray()
                .Single(item => item.Text("subscription_id") == id)
                .Text("status")
        );
        var subscription = await shop.Read(id);
        Assert.Equal("active", subscription.Text("status"));
        Assert.Equal(
            (DemoSeed.ProPlan, 8000, "pro"),
            (
                subscription.Text("product_id"),
                subscription.Number("recurring_pre_tax_amount"),
                subscription["metadata"].Text("offer")
            )
        );
        Assert.Equal(
            ("2026-01-15T09:00:00Z", "2026-02-15T09:00:00Z"),
            (subscription.Text("previous_billing_date"), subscription.Text("next_billing_date"))
        );
        Assert.Equal(DemoSeed.GoodCard, subscription.Text("payment_method_id"));
        Assert.Equal(
            "pro",
            (await shop.Api.Get($"payments/{session.Text("payment_id")}")).Ok["metadata"].Text("offer")
        );
        Assert.Equal(["active", "renewed", "updated"], shop.Events(id), StringComparer.Ordinal);
        await shop.Renew(id);
        Assert.Equal([8000, 3000, 8000], shop.Charged);
    }

    [Fact]
    public async Task A_declined_first_payment_fails_the_subscription_for_good()
    {
        using var shop = new Shop();

        var session = (
            await shop.Api.OneClick(DemoSeed.CustomerWithDecliningCard, DemoSeed.DecliningCard, DemoSeed.ProPlan)
        ).Ok;

        var id = (await shop.Api.Get($"payments/{session.Text("payment_id")}")).Ok.Text("subscription_id")!;
        Assert.Equal("failed", (await shop.Read(id)).Text("status"));
        Assert.Equal(["failed", "updated"], shop.Events(id), StringComparer.Ordinal);
        (await shop.Change(DemoSeed.BasicPlan, id: id)).IsError(422, "INACTIVE_SUBSCRIPTION_PLAN_CHANGE_NOT_SUPPORTED");
        (await shop.Patch("""{ "status": "cancelled" }""", id)).IsError(422, "SUBSCRIPTION_INACTIVE");
    }

    [Fact]
    public async Task The_older_endpoint_subscribes_with_add_ons_and_one_time_products()
    {
        using var shop = new Shop();

        var created = (
            await Create(
                shop,
                """
                "quantity": 2, "addons": [{ "addon_id": "adn_demo_seat", "quantity": 3 }],
                "one_time_product_cart": [{ "product_id": "pdt_demo_ebook", "quantity": 1 }],
                  "discount_codes": ["SPRING20"]
                """,
                DemoSeed.BasicPlan
            )
        ).Ok;

        Assert.Equal([7520], shop.Charged);
        Assert.Equal(6000, created.Number("recurring_pre_tax_amount"));
        Assert.Equal("""[{"addon_id":"adn_demo_seat","quantity":3}]""", created["addons"]!.ToJsonString());
        var subscription = await shop.Read(created.Text("subscription_id")!);
        Assert.Equal(("active", 2), (subscription.Text("status"), subscription.Number("quantity")));
        Assert.Equal(DemoSeed.Discount, subscription["discounts"]![0].Text("discount_id"));
        Assert.Equal(
            [created.Text("subscription_id")!, DemoSeed.BasicSubscription],
            (await shop.Api.Get("subscriptions")).Ids("subscription_id"),
            StringComparer.Ordinal
        );
        Assert.False((await shop.Api.Get("subscriptions")).Items[0]!.AsObject().ContainsKey("addons"));
    }

    [Fact]
    public async Task A_trial_starts_with_a_payment_of_nothing_or_of_its_price()
    {
        using var shop = new Shop();
        var free = (await Create(shop, """ "quantity": 1, "trial_period_days": 7 """)).Ok;
        shop.Emulator.PutProduct(
            "pdt_paid_trial",
            new JsonObject
            {
                ["price"] = new JsonObject
                {
                    ["type"] = "recurring_price",
                    ["price"] = 4000,
                    ["trial_period_days"] = 14,
                    ["trial_amount"] = 100,
                },
            }
        );
        var paid = (await Create(shop, """ "quantity": 1 """, "pdt_paid_trial")).Ok;

        Assert.Equal([100], shop.Charged);
        var subscription = await shop.Read(free.Text("subscription_id")!);
        Assert.Equal(
            (7, "2026-01-22T09:00:00Z"),
            (subscription.Number("trial_period_days"), subscription.Text("next_billing_date"))
        );
        Assert.Equal(0, (await shop.Api.Get($"payments/{free.Text("payment_id")}")).Ok.Number("total_amount"));
        Assert.Equal(100, (await shop.Read(paid.Text("subscription_id")!)).Number("trial_amount"));
        shop.Advance(15);
        Assert.Equal([100, 8000, 4000], shop.Charged);
    }

    [Fact]
    public async Task An_on_demand_subscription_is_charged_when_the_merchant_says_so()
    {
        using var shop = new Shop();
        var id = (await Create(shop, """ "quantity": 1, "on_demand": { "mandate_only": true } """)).Ok.Text(
            "subscription_id"
        )!;
        var path = $"subscriptions/{id}/charge";

        Assert.NotNull(
            (await shop.Api.Post(path, """{ "product_price": 1234, "metadata": { "n": 1 } }""")).Ok.Text("payment_id")
        );
        Assert.Equal([1234], shop.Charged);
        (await shop.Api.Post(path, """{ "product_price": 10 }""")).IsError(
            422,
            "TOTAL_PAYMENT_AMOUNT_BELOW_MINIMUM_AMOUNT"
        );
        (await shop.Api.Post(path, """{ "product_price": 1000, "product_currency": "EUR" }""")).IsError(
            422,
            "UNSUPPORTED_CURRENCY"
        );
        (await shop.Api.Post(path, "{}")).IsInvalidField("product_price");
        (await shop.Api.Post("subscriptions/sub_demo_basic/charge", """{ "product_price": 1000 }""")).IsError(
            422,
            "SUBSCRIPTION_NOT_ON_DEMAND"
        );
        (await shop.Change(DemoSeed.BasicPlan, id: id)).IsError(422, "ON_DEMAND_PLAN_CHANGE_NOT_SUPPORTED");
        _ = (await shop.Patch("""{ "cancel_at_next_billing_date": true }""", id)).Ok;
        (await shop.Api.Post(path, """{ "product_price": 1000 }""")).IsError(
            422,
            "CHARGE_NOT_ALLOWED_FOR_SCHEDULED_CANCELLATION"
        );
        _ = (
            await shop.Patch(
                """
                { "cancel_at_next_billing_date": false,
                  "disable_on_demand": { "next_billing_date": "2026-01-20T00:00:00Z" } }
                """,
                id
            )
        ).Ok;
        (await shop.Api.Post(path, """{ "product_price": 1000 }""")).IsError(422, "SUBSCRIPTION_NOT_ON_DEMAND");
        shop.Advance(6);
        Assert.Equal([1234, 8000], shop.Charged);
        _ = (await shop.Patch("""{ "status": "cancelled" }""", id)).Ok;
        (await shop.Api.Post(path, """{ "product_price": 1000 }""")).IsError(422, "SUBSCRIPTION_INACTIVE");
    }

    [Fact]
    public async Task Ten_failed_charges_in_a_row_are_enough()
    {
        using var shop = new Shop();
        shop.UseCard(TestCards.GenericDecline, """ "on_demand": true """);
        for (var attempt = 0; attempt < 10; attempt++)
            _ = (await shop.Api.Post("subscriptions/sub_demo_basic/charge", """{ "product_price": 1000 }""")).Ok;

        (await shop.Api.Post("subscriptions/sub_demo_basic/charge", """{ "product_price": 1000 }""")).IsError(
            422,
            "SUBSCRIPTION_PAYMENT_RETRY_LIMIT_EXCEEDED"
        );
        Assert.Equal("active", (await shop.Read()).Text("status"));
    }

    [Theory]
    [InlineData(
        """ "on_demand": { "mandate_only": false }, "addons": [{ "addon_id": "adn_demo_seat", "quantity": 1 }] """,
        "ADDONS_NOT_ALLOWED_FOR_ON_DEMAND"
    )]
    [InlineData(
        """
            "on_demand": { "mandate_only": false }, "one_time_product_cart": [{ "product_id": "pdt_demo_ebook",
              "quantity": 1 }]
            """,
        "ONE_TIME_PRODUCTS_NOT_ALLOWED_FOR_ON_DEMAND"
    )]
    [InlineData(
        """ "on_demand": { "mandate_only": false }, "discount_codes": ["SPRING20"] """,
        "DISCOUNT_NOT_AVAILABLE_FOR_ON_DEMAND"
    )]
    [InlineData(""" "on_demand": { } """, "INVALID_REQUEST_BODY")]
    [InlineData(""" "addons": [{ "addon_id": "adn_none", "quantity": 1 }] """, "MISSING_ADDON_IDS")]
    [InlineData(""" "trial_period_days": 10001 """, "INVALID_REQUEST_BODY")]
    public async Task What_cannot_be_combined_is_refused(string more, string code)
    {
        using var shop = new Shop();

        (await Create(shop, $"\"quantity\": 1, {more}")).IsError(422, code);
        Assert.Single((await shop.Api.Get("subscriptions")).Items);
    }

    [Fact]
    public async Task Usage_based_prices_have_a_fixed_part_and_meters()
    {
        using var shop = new Shop();
        var product = (
            await shop.Api.Put(
                "_emulator/products/pdt_usage",
                """
                { "price": { "type": "usage_based_price", "fixed_price": 2000, "currency": "USD",
                  "meters": [{ "meter_id": "mtr_calls", "name": "Calls", "price_per_unit": "0.5",
                  "free_threshold": 100 }] } }
                """
            )
        ).Ok;
        Assert.Equal(
            ("usage_based_price", 2000),
            (product["price"].Text("type"), product["price"].Number("fixed_price"))
        );
        (await Create(shop, """ "quantity": 2 """, "pdt_usage")).IsError(422, "INVALID_QUANTITY");
        (await Create(shop, """ "quantity": 1, "on_demand": { "mandate_only": true } """, "pdt_usage")).IsError(
            422,
            "ON_DEMAND_USAGE_BASED_BILLING_NOT_SUPPORTED"
        );
        (await shop.Change("pdt_usage", quantity: 2)).IsError(422, "INVALID_QUANTITY");

        var id = (await Create(shop, """ "quantity": 1 """, "pdt_usage")).Ok.Text("subscription_id")!;
        shop.Advance(40);

        Assert.Equal("mtr_calls", (await shop.Read(id))["meters"]![0].Text("meter_id"));
        var periods = (await shop.Api.Get($"subscriptions/{id}/usage-history")).Items;
        Assert.Equal(
            ["2026-02-15T09:00:00Z", "2026-01-15T09:00:00Z"],
            periods.Select(period => period.Text("start_date")),
            StringComparer.Ordinal
        );
        Assert.Equal("0", periods[0]!["meters"]![0].Text("consumed_units"));
        Assert.Empty((await shop.Api.Get($"subscriptions/{id}/usage-history?meter_id=mtr_other&page_number=9")).Items);
        Assert.Empty((await shop.Api.Get("subscriptions/sub_demo_basic/usage-history")).Items);
        Assert.Equal(
            """{"subscription_id":"sub_demo_basic","items":[]}""",
            (await shop.Api.Get("subscriptions/sub_demo_basic/credit-usage")).Ok.ToJsonString()
        );
        (await shop.Api.Get("subscriptions/sub_none/credit-usage")).IsError(404, "NOT_FOUND");
    }

    [Fact]
    public async Task One_subscription_per_customer_is_an_option()
    {
        using var shop = new Shop(new SubscriptionRules { OneSubscriptionPerCustomer = true });

        (await shop.Api.OneClick(product: DemoSeed.ProPlan)).IsError(422, "CUSTOMER_HAS_EXISTING_SUBSCRIPTION");
        _ = (await shop.Patch("""{ "status": "cancelled" }""")).Ok;
        Assert.NotNull((await shop.Api.OneClick(product: DemoSeed.ProPlan)).Ok["payment_id"]);
    }

    private static Task<Answer> Create(Shop shop, string more, string product = DemoSeed.ProPlan) =>
        shop.Api.Post(
            "subscriptions",
            $$"""
            {
              "product_id": "{{product}}", "customer": { "customer_id": "cus_demo_ada" },
                "billing": { "country": "US" },
              "payment_method_id": "pm_demo_visa", {{more}}
            }
            """
        );
}
