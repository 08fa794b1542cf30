using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Tests.Subscriptions;

/// <summary>One payment may start several subscriptions. Each of them then lives by itself.</summary>
public sealed class SeveralSubscriptionsTests
{
    private const string Yearly = "pdt_yearly";

    [Fact]
    public async Task One_click_on_three_plans_is_one_payment_that_names_three_subscriptions()
    {
        using var shop = Start();

        var payment = await Buy(shop);

        Assert.Equal([12100], shop.Charged);
        var ids = Ids(payment);
        Assert.Equal(3, ids.Length);
        Assert.True(payment["is_multi_subscription"]!.GetValue<bool>());
        Assert.Null(payment["subscription_id"]);
        foreach (var id in ids)
        {
            Assert.Equal("active", (await shop.Read(id)).Text("status"));
            Assert.Equal(["active", "renewed", "updated"], shop.Events(id), StringComparer.Ordinal);
            var row = Assert.Single((await shop.Api.Get($"payments?subscription_id={id}")).Items)!;
            Assert.Equal(payment.Text("payment_id"), row.Text("payment_id"));
            Assert.Equal(ids, Ids(row), StringComparer.Ordinal);
        }

        Assert.Equal(
            [DemoSeed.BasicPlan, DemoSeed.ProPlan, Yearly],
            (await Task.WhenAll(ids.Select(shop.Read))).Select(one => one.Text("product_id")!),
            StringComparer.Ordinal
        );
    }

    [Fact]
    public async Task Each_subscription_renews_by_itself_by_a_payment_that_names_it_alone()
    {
        using var shop = Start();
        var ids = Ids(await Buy(shop));

        shop.Advance(62);
        shop.Advance(365);

        foreach (
            (var id, var renewals, var amount) in new[] { (ids[0], 14, 3000), (ids[1], 14, 8000), (ids[2], 1, 1100) }
        )
        {
            var payments = (await shop.Api.Get($"payments?subscription_id={id}&page_size=100")).Items;
            Assert.Equal(renewals + 1, payments.Count);
            foreach (var renewal in payments.SkipLast(1))
            {
                Assert.Equal((id, amount), (renewal.Text("subscription_id"), renewal.Number("total_amount")));
                Assert.Equal([id], Ids(renewal!), StringComparer.Ordinal);
                Assert.False(renewal!["is_multi_subscription"]!.GetValue<bool>());
                Assert.Equal("bundle", renewal["metadata"].Text("offer"));
            }
        }
    }

    [Fact]
    public async Task One_that_is_cancelled_or_changed_leaves_the_others_alone()
    {
        using var shop = Start();
        var ids = Ids(await Buy(shop));

        _ = (await shop.Patch("""{ "status": "cancelled" }""", ids[0])).Ok;
        _ = (await shop.Change(DemoSeed.ProPlan, "do_not_bill", quantity: 2, id: ids[1])).Ok;

        Assert.Equal(
            ["cancelled", "active", "active"],
            (await Task.WhenAll(ids.Select(shop.Read))).Select(one => one.Text("status")!),
            StringComparer.Ordinal
        );
        Assert.Equal([1, 2, 1], (await Task.WhenAll(ids.Select(shop.Read))).Select(one => one.Number("quantity")));
        Assert.Equal([12100], shop.Charged);
    }

    [Fact]
    public async Task A_payment_that_is_declined_fails_all_of_them()
    {
        using var shop = Start();

        var payment = await Buy(shop, DemoSeed.CustomerWithDecliningCard, DemoSeed.DecliningCard);

        Assert.Equal("failed", payment.Text("status"));
        foreach (var id in Ids(payment))
            Assert.Equal("failed", (await shop.Read(id)).Text("status"));
        Assert.Empty(shop.Charged);
    }

    [Fact]
    public async Task A_refund_of_the_payment_is_found_by_each_of_them()
    {
        using var shop = Start();
        var payment = await Buy(shop);

        _ = (await shop.Api.Post("refunds", $$"""{ "payment_id": "{{payment.Text("payment_id")}}" }""")).Ok;

        foreach (var id in Ids(payment))
            Assert.Single((await shop.Api.Get($"refunds?subscription_id={id}")).Items);
        Assert.Empty((await shop.Api.Get($"refunds?subscription_id={DemoSeed.BasicSubscription}")).Items);
    }

    [Fact]
    public async Task The_preview_tells_what_each_of_them_costs_and_when_the_first_is_due()
    {
        using var shop = Start(taxPercent: 10);

        var preview = (
            await shop.Api.Post(
                "checkouts/preview",
                Cart(more: """{ "product_id": "pdt_demo_ebook", "quantity": 1 }""")
            )
        ).Ok;

        Assert.Equal(15400, preview["current_breakup"].Number("total_amount"));
        Assert.True(preview["payment_method_required"]!.GetValue<bool>());
        Assert.Equal(
            ("2026-01-29T09:00:00Z", null, null),
            (preview.Text("next_billing_date"), preview["trial_period_days"], preview["trial_amount"])
        );
        JsonAssert.Same(
            """
            [{"product_id":"pdt_demo_basic","amount_due_now":3300,"tax_due_now":300,"recurring_amount":3300,
              "recurring_tax":300,"next_billing_date":"2026-02-15T09:00:00Z","trial_period_days":null},
            {"product_id":"pdt_demo_pro","amount_due_now":8800,"tax_due_now":800,"recurring_amount":8800,
              "recurring_tax":800,"next_billing_date":"2026-02-15T09:00:00Z","trial_period_days":null},
            {"product_id":"pdt_trial","amount_due_now":1210,"tax_due_now":110,"recurring_amount":2200,
              "recurring_tax":200,"next_billing_date":"2026-01-29T09:00:00Z","trial_period_days":14}]
            """,
            preview["subscriptions"]
        );
    }

    [Fact]
    public async Task A_cart_with_one_subscription_is_told_as_before()
    {
        using var shop = Start();

        var preview = (
            await shop.Api.Post(
                "checkouts/preview",
                """{ "product_cart": [{ "product_id": "pdt_trial", "quantity": 1 }] }"""
            )
        ).Ok;

        Assert.False(preview.AsObject().ContainsKey("subscriptions"));
        Assert.Equal((14, 1100), (preview.Number("trial_period_days"), preview.Number("trial_amount")));
    }

    [Theory]
    [InlineData(0, false, false, true)]
    [InlineData(0, true, false, false)]
    [InlineData(500, true, false, true)]
    public async Task A_trial_that_costs_nothing_may_need_no_payment_method(
        int trialAmount,
        bool isOptionalForTrials,
        bool isOptionalForZero,
        bool isRequired
    )
    {
        using var shop = Start();
        Put(
            shop,
            "pdt_free",
            $$"""
            { "price": { "type": "recurring_price", "price": 900, "trial_period_days": 7,
              "trial_amount": {{trialAmount}}, "trial_payment_method_optional": {{Json(isOptionalForTrials)}},
              "zero_amount_payment_method_optional": {{Json(isOptionalForZero)}} } }
            """
        );

        var preview = (
            await shop.Api.Post(
                "checkouts/preview",
                """{ "product_cart": [{ "product_id": "pdt_free", "quantity": 1 }] }"""
            )
        ).Ok;

        Assert.Equal(isRequired, preview["payment_method_required"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_discount_in_hundredths_of_a_percent_wins_over_the_rounded_one()
    {
        using var shop = Start();
        Put(
            shop,
            "pdt_cut",
            """{ "price": { "type": "one_time_price", "price": 20000, "discount": 50, "discount_bps": 1250 } }"""
        );

        var price = (await shop.Api.Get("products/pdt_cut")).Ok["price"]!;
        var preview = (
            await shop.Api.Post(
                "checkouts/preview",
                """{ "product_cart": [{ "product_id": "pdt_cut", "quantity": 1 }] }"""
            )
        ).Ok;

        Assert.Equal((13, 1250), (price.Number("discount"), price.Number("discount_bps")));
        Assert.Equal(17500, preview.Number("total_price"));
    }

    [Theory]
    [InlineData(20, true)]
    [InlineData(21, false)]
    public async Task A_cart_holds_twenty_products(int count, bool isTaken)
    {
        using var shop = Start();
        var lines = string.Join(',', Enumerable.Repeat("""{ "product_id": "pdt_demo_ebook", "quantity": 1 }""", count));

        var answer = await shop.Api.Post("checkouts", $$"""{ "product_cart": [{{lines}}] }""");

        if (isTaken)
            _ = answer.Ok;
        else
            answer.IsError(422, "INVALID_REQUEST_PARAMETERS");
    }

    [Theory]
    [InlineData("""{ "require_tax_id": true }""", "", true)]
    [InlineData("""{ "require_tax_id": true, "allow_tax_id": false }""", "", false)]
    [InlineData("""{ "require_tax_id": true }""", ""","confirm": true""", false)]
    [InlineData("""{ "require_tax_id": true }""", ""","confirm": true, "tax_id": "DE123456789" """, true)]
    [InlineData("""{ "require_cardholder_name": true }""", "", true)]
    [InlineData("""{ "require_cardholder_name": "yes" }""", "", false)]
    public async Task A_tax_id_can_be_required(string flags, string more, bool isTaken)
    {
        using var shop = Start();

        var answer = await shop.Api.Post(
            "checkouts",
            $$"""
            {
              "product_cart": [{ "product_id": "pdt_demo_ebook", "quantity": 1 }],
                "customer": { "customer_id": "cus_demo_ada" },
              "payment_method_id": {{(
                more.Length > 0 ? "\"pm_demo_visa\"" : "null"
            )}}, "feature_flags": {{flags}} {{more}}
            }
            """
        );

        if (isTaken)
            _ = answer.Ok;
        else
            Assert.InRange((int)answer.Status, 400, 422);
    }

    [Fact]
    public async Task On_demand_and_the_older_endpoint_take_one_subscription()
    {
        using var shop = Start();

        (
            await shop.Api.Post(
                "checkouts",
                Cart(rest: """, "subscription_data": { "on_demand": { "mandate_only": true } }""")
            )
        ).IsError(422, "INVALID_REQUEST_PARAMETERS");
        using var one = new Shop(new SubscriptionRules { OneSubscriptionPerCustomer = true });
        one.Emulator.PutCustomer("cus_new");
        var card = one.Emulator.SaveCard("cus_new", TestCards.Visa);
        (
            await one.Api.Post(
                "checkouts",
                $$"""
                {
                  "product_cart": [{ "product_id": "pdt_demo_basic", "quantity": 1 }, { "product_id": "pdt_demo_pro",
                    "quantity": 1 }],
                  "customer": { "customer_id": "cus_new" }, "confirm": true, "payment_method_id": "{{card}}"
                }
                """
            )
        ).IsError(422, "CUSTOMER_HAS_EXISTING_SUBSCRIPTION");
    }

    private static Shop Start(decimal taxPercent = 0)
    {
        var shop = new Shop(taxPercent: taxPercent);
        Put(
            shop,
            Yearly,
            """{ "price": { "type": "recurring_price", "price": 1100, "payment_frequency_interval": "Year" } }"""
        );
        Put(
            shop,
            "pdt_trial",
            """
            { "price": { "type": "recurring_price", "price": 2000, "trial_period_days": 14,
              "trial_amount": 1100 } }
            """
        );
        return shop;
    }

    private static void Put(Shop shop, string id, string product) =>
        shop.Emulator.PutProduct(id, JsonNode.Parse(product)!.AsObject());

    private static async Task<JsonNode> Buy(
        Shop shop,
        string customer = DemoSeed.CustomerWithCards,
        string card = DemoSeed.GoodCard
    )
    {
        var session = (
            await shop.Api.Post(
                "checkouts",
                $$"""
                {
                  "product_cart": [{ "product_id": "pdt_demo_basic", "quantity": 1 }, { "product_id": "pdt_demo_pro",
                    "quantity": 1 }, { "product_id": "{{Yearly}}", "quantity": 1 }],
                  "customer": { "customer_id": "{{customer}}" }, "confirm": true, "payment_method_id": "{{card}}",
                    "metadata": { "offer": "bundle" }
                }
                """
            )
        ).Ok;
        return (await shop.Api.Get($"payments/{session.Text("payment_id")}")).Ok;
    }

    private static string Cart(string more = "", string rest = "") =>
        $$"""
            {
              "product_cart": [
                { "product_id": "pdt_demo_basic", "quantity": 1 }, { "product_id": "pdt_demo_pro", "quantity": 1 },
                { "product_id": "pdt_trial", "quantity": 1 }{{(more.Length > 0 ? "," + more : "")}}
              ]{{rest}}
            }
            """;

    private static string[] Ids(JsonNode payment) =>
        [.. payment["subscription_ids"]!.AsArray().Select(id => id!.GetValue<string>())];

    private static string Json(bool value) => value ? "true" : "false";
}
