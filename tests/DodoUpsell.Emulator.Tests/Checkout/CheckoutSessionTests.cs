using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Tests.Checkout;

public sealed class CheckoutSessionTests : IDisposable
{
    private const string Course = """ "product_cart": [{ "product_id": "pdt_demo_course", "quantity": 1 }] """;
    private const string FullAddress = """
        "billing_address": { "country": "DE", "zipcode": "10115", "street": "Invalidenstr. 1", "city": "Berlin",
          "state": "BE" }
        """;
    private readonly DodoEmulator _emulator = new();
    private readonly ApiCaller _api;

    public CheckoutSessionTests() => _api = new ApiCaller(_emulator);

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task A_hosted_session_has_a_page_and_no_payment()
    {
        var session = (await _api.Post("checkouts", $$"""{ {{Course}} }""")).Ok;

        Assert.Equal(
            $"https://test.dodopayments.com/session/{session.Text("session_id")}",
            session.Text("checkout_url")
        );
        Assert.Null(session["payment_id"]);
        Assert.Null(session["client_secret"]);
        Assert.Null(session["publishable_key"]);
        var status = (await _api.Get($"checkouts/{session.Text("session_id")}")).Ok;
        Assert.Equal(session.Text("session_id"), status.Text("id"));
        Assert.Null(status["payment_id"]);
        Assert.Null(status["payment_status"]);
        Assert.Null(status["customer_email"]);
    }

    [Fact]
    public async Task A_confirmed_session_without_a_method_has_both_page_and_payment()
    {
        var session = (
            await _api.Post(
                "checkouts",
                $$"""
                { {{Course}}, {{FullAddress}}, "confirm": true, "customer": { "email": "new@example.com",
                  "name": "New" } }
                """
            )
        ).Ok;

        Assert.NotNull(session.Text("checkout_url"));
        Assert.NotNull(session.Text("client_secret"));
        var payment = (await _api.Get($"payments/{session.Text("payment_id")}")).Ok;
        Assert.Equal("requires_payment_method", payment.Text("status"));
        Assert.Equal("new@example.com", payment["customer"].Text("email"));
        Assert.Equal("Berlin", payment["billing"].Text("city"));
    }

    [Fact]
    public async Task A_confirmed_session_dies_after_fifteen_minutes_and_a_hosted_one_after_a_day()
    {
        var hosted = (await _api.Post("checkouts", $$"""{ {{Course}} }""")).Ok;
        var confirmed = (
            await _api.Post(
                "checkouts",
                $$"""{ {{Course}}, {{FullAddress}}, "confirm": true, "customer": { "customer_id": "cus_demo_cleo" } }"""
            )
        ).Ok;
        var sessions = _emulator.GetState()["checkout_sessions"]!.AsArray();
        Assert.Equal("2026-01-16T09:00:00Z", sessions[0].Text("expires_at"));
        Assert.Equal("2026-01-15T09:15:00Z", sessions[1].Text("expires_at"));

        _emulator.Clock.Advance(TimeSpan.FromMinutes(15));

        Assert.Equal(
            "cancelled",
            (await _api.Get($"checkouts/{confirmed.Text("session_id")}")).Ok.Text("payment_status")
        );
        Assert.Null((await _api.Get($"checkouts/{hosted.Text("session_id")}")).Ok["payment_status"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData(""", "billing_address": { "country": "DE", "city": "Berlin" }""")]
    public async Task A_confirmed_session_without_a_method_needs_a_full_address(string address) =>
        (
            await _api.Post(
                "checkouts",
                $$"""{ {{Course}}, "confirm": true, "customer": { "customer_id": "cus_demo_cleo" }{{address}} }"""
            )
        ).IsError(422, "INVALID_REQUEST_PARAMETERS");

    [Fact]
    public async Task Customer_details_are_matched_by_email_unless_each_is_to_be_new()
    {
        var body =
            $$"""{ {{Course}}, {{FullAddress}}, "confirm": true, "customer": { "email": "ADA@example.com" } FLAGS }""";

        var matched = (await _api.Post("checkouts", body.Replace("FLAGS", "", StringComparison.Ordinal))).Ok;
        var fresh = (
            await _api.Post(
                "checkouts",
                body.Replace(
                    "FLAGS",
                    """, "feature_flags": { "always_create_new_customer": true }""",
                    StringComparison.Ordinal
                )
            )
        ).Ok;

        Assert.Equal(DemoSeed.CustomerWithCards, await CustomerOf(matched));
        Assert.NotEqual(DemoSeed.CustomerWithCards, await CustomerOf(fresh), StringComparer.Ordinal);

        async Task<string?> CustomerOf(JsonNode session) =>
            (await _api.Get($"payments/{session.Text("payment_id")}")).Ok["customer"].Text("customer_id");
    }

    [Fact]
    public async Task Unknown_customers_and_products_are_not_found()
    {
        (await _api.Post("checkouts", $$"""{ {{Course}}, "customer": { "customer_id": "cus_nobody" } }""")).IsError(
            404,
            "NOT_FOUND"
        );
        (await _api.Post("checkouts", """{ "product_cart": [{ "product_id": "pdt_none", "quantity": 1 }] }""")).IsError(
            404,
            "NOT_FOUND"
        );
        (await _api.Get("checkouts/cks_none")).IsError(404, "NOT_FOUND");
    }

    [Fact]
    public async Task An_empty_cart_needs_a_product_collection_and_then_takes_no_discount()
    {
        (await _api.Post("checkouts", """{ "product_cart": [] }""")).IsError(422, "PRODUCT_CART_EMTPY");
        _ = (await _api.Post("checkouts", """{ "product_cart": [], "product_collection_id": "pdc_any" }""")).Ok;
        (
            await _api.Post(
                "checkouts",
                """{ "product_cart": [], "product_collection_id": "pdc_any", "discount_codes": ["TEN"] }"""
            )
        ).IsError(422, "INVALID_REQUEST_PARAMETERS");
    }

    [Fact]
    public async Task A_cart_line_has_a_quantity_of_at_least_one()
    {
        (
            await _api.Post("checkouts", """{ "product_cart": [{ "product_id": "pdt_demo_course", "quantity": 0 }] }""")
        ).IsError(422, "INVALID_REQUEST_PARAMETERS");
        (
            await _api.Post(
                "checkouts",
                """{ "product_cart": [{ "product_id": "pdt_demo_course", "quantity": -1 }] }"""
            )
        ).IsInvalidField("product_cart[0].quantity");
    }

    [Fact]
    public async Task Addons_belong_to_subscriptions_that_sell_them()
    {
        (await Cart("pdt_demo_course", "adn_demo_seat")).IsError(422, "INVALID_REQUEST_PARAMETERS");
        (await Cart("pdt_demo_basic", "adn_none")).IsError(422, "MISSING_ADDON_IDS");
        (await Cart("pdt_demo_basic", "adn_demo_seat", "adn_demo_seat")).IsError(422, "DUPLICATE_ADDON_IDS_IN_REQUEST");
        _ = (await Cart("pdt_demo_basic", "adn_demo_seat")).Ok;

        Task<Answer> Cart(string product, params string[] addons)
        {
            var chosen = string.Join(',', addons.Select(id => $$"""{"addon_id":"{{id}}","quantity":1}"""));
            return _api.Post(
                "checkouts",
                $$"""{ "product_cart": [{ "product_id": "{{product}}", "quantity": 1, "addons": [{{chosen}}] }] }"""
            );
        }
    }

    [Fact]
    public async Task Pay_what_you_want_needs_an_amount_once_nobody_can_be_asked()
    {
        _ = (
            await _api.Post("checkouts", """{ "product_cart": [{ "product_id": "pdt_demo_tip", "quantity": 1 }] }""")
        ).Ok;
        (
            await _api.Post(
                "checkouts",
                """{ "product_cart": [{ "product_id": "pdt_demo_tip", "quantity": 1, "amount": 99 }] }"""
            )
        ).IsError(422, "REQUEST_AMOUNT_BELOW_MINIMUM");
        (await _api.OneClick(product: DemoSeed.Tip)).IsError(422, "PAY_AS_YOU_WANT_AMOUNT_REQUIRED");
        _ = (
            await _api.Post(
                "checkouts",
                """
                { "product_cart": [{ "product_id": "pdt_demo_tip", "quantity": 2, "amount": 250 }], "confirm": true,
                  "customer": { "customer_id": "cus_demo_ada" }, "payment_method_id": "pm_demo_visa" }
                """
            )
        ).Ok;
        Assert.Equal(500, (await _api.Get("payments")).Items[0].Number("total_amount"));
    }

    [Fact]
    public async Task An_amount_for_a_fixed_price_is_ignored()
    {
        var preview = (
            await _api.Post(
                "checkouts/preview",
                """{ "product_cart": [{ "product_id": "pdt_demo_course", "quantity": 1, "amount": 1 }] }"""
            )
        ).Ok;

        Assert.Equal(4900, preview.Number("total_price"));
    }

    [Fact]
    public async Task Discount_codes_must_exist_and_be_given_one_way()
    {
        (await _api.Post("checkouts", $$"""{ {{Course}}, "discount_codes": ["NOPE"] }""")).IsError(
            422,
            "INVALID_DISCOUNT_CODE"
        );
        (await _api.Post("checkouts", $$"""{ {{Course}}, "discount_code": "NOPE" }""")).IsError(
            422,
            "INVALID_DISCOUNT_CODE"
        );
        (await _api.Post("checkouts", $$"""{ {{Course}}, "discount_code": "A", "discount_codes": ["B"] }""")).IsError(
            422,
            "INVALID_REQUEST_PARAMETERS"
        );
        var many = string.Join(',', Enumerable.Repeat("\"C\"", 21));
        (await _api.Post("checkouts", $$"""{ {{Course}}, "discount_codes": [{{many}}] }""")).IsError(
            422,
            "INVALID_REQUEST_PARAMETERS"
        );
    }

    [Fact]
    public async Task A_total_beyond_the_money_limit_is_refused() =>
        (
            await _api.Post(
                "checkouts",
                """{ "product_cart": [{ "product_id": "pdt_demo_course", "quantity": 2147483647 }] }"""
            )
        ).IsError(422, "INTEGER_CONVERSION_FAILURE");

    [Fact]
    public async Task A_currency_the_cart_is_not_sold_in_is_refused()
    {
        _emulator.PutProduct(
            "pdt_euro",
            new JsonObject
            {
                ["price"] = new JsonObject { ["price"] = 1000, ["currency"] = "EUR" },
            }
        );

        (await _api.Post("checkouts", $$"""{ {{Course}}, "billing_currency": "EUR" }""")).IsError(
            422,
            "UNSUPPORTED_BILLING_CURRENCY"
        );
        (
            await _api.Post(
                "checkouts",
                """
                { "product_cart": [{ "product_id": "pdt_euro", "quantity": 1 }, { "product_id": "pdt_demo_course",
                  "quantity": 1 }] }
                """
            )
        ).IsError(422, "UNSUPPORTED_CURRENCY");
    }

    [Fact]
    public async Task A_total_below_the_gateways_minimum_is_refused()
    {
        _emulator.PutProduct("pdt_cheap", new JsonObject { ["price"] = new JsonObject { ["price"] = 49 } });
        _emulator.PutProduct("pdt_gone", new JsonObject { ["archived"] = true });

        (await _api.OneClick(product: "pdt_cheap")).IsError(422, "TOTAL_PAYMENT_AMOUNT_BELOW_MINIMUM_AMOUNT");
        (await _api.OneClick(product: "pdt_gone")).IsError(422, "PRODUCT_IS_DELETED");
    }

    [Fact]
    public async Task Hosted_pages_can_live_elsewhere()
    {
        using var api = new ApiCaller(
            new DodoEmulator(new DodoEmulatorOptions { HostedPageAddress = new Uri("https://checkout.example/") })
        );

        var session = (await api.Post("checkouts", $$"""{ {{Course}} }""")).Ok;
        Assert.StartsWith(
            "https://checkout.example/session/cks_",
            session.Text("checkout_url"),
            StringComparison.Ordinal
        );
    }
}
