using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Tests.Subscriptions;

namespace DodoUpsell.Emulator.Tests.Discounts;

/// <summary>What codes do to prices, and who may use them.</summary>
public sealed class DiscountUseTests : IDisposable
{
    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Theory]
    // 49.00 less 20 %; then 10.00 flat on what is left, in either order.
    [InlineData("\"SPRING20\"", 3920)]
    [InlineData("\"SPRING20\", \"TENOFF\"", 2920)]
    [InlineData("\"TENOFF\", \"SPRING20\"", 3120)]
    // 50 % with a cap of 5.00; all of it; more than there is.
    [InlineData("\"CAPPED\"", 4400)]
    [InlineData("\"GRATIS\"", 0)]
    [InlineData("\"HUGE\"", 0)]
    public async Task Codes_stack_in_order_on_the_reduced_price(string codes, int charged)
    {
        Put(
            "dsc_tenoff",
            """{ "type": "flat", "currency_options": [{ "currency": "USD", "max_amount_possible": 1000 }] }"""
        );
        Put(
            "dsc_huge",
            """{ "type": "flat", "currency_options": [{ "currency": "USD", "max_amount_possible": 100000 }] }"""
        );
        Put(
            "dsc_capped",
            """{ "amount": 5000, "currency_options": [{ "currency": "USD", "max_amount_possible": 500 }] }"""
        );
        Put("dsc_gratis", """{ "amount": 10000 }""");

        var preview = (
            await _shop.Api.Post(
                "checkouts/preview",
                $$"""
                { "product_cart": [{ "product_id": "pdt_demo_course", "quantity": 1 }],
                  "discount_codes": [{{codes}}] }
                """
            )
        ).Ok;
        var session = (await _shop.Api.OneClick(more: $"\"discount_codes\": [{codes}]")).Ok;

        Assert.Equal(charged, preview.Number("total_price"));
        Assert.Equal(4900 - charged, preview["current_breakup"].Number("discount"));
        Assert.Equal(charged == 0 ? [] : [charged], _shop.Charged);
        var payment = (await _shop.Api.Get($"payments/{session.Text("payment_id")}")).Ok;
        Assert.Equal("succeeded", payment.Text("status"));
        Assert.Equal(codes.Split(',').Length, payment["discounts"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_flat_amount_is_pooled_over_the_cart_and_taxed_line_by_line()
    {
        Put(
            "dsc_tenoff",
            """
            { "type": "flat", "restricted_to": ["pdt_demo_course"], "currency_options": [{ "currency": "USD",
              "max_amount_possible": 1000 }] }
            """
        );

        var preview = (
            await _shop.Api.Post(
                "checkouts/preview",
                """
                { "product_cart": [{ "product_id": "pdt_demo_course", "quantity": 2 },
                  { "product_id": "pdt_demo_ebook", "quantity": 1 }], "discount_codes": ["TENOFF"] }
                """
            )
        ).Ok;

        Assert.Equal([8800, 1900], preview["product_cart"]!.AsArray().Select(line => line.Number("discounted_price")));
        Assert.Null(preview["product_cart"]![0]!["discount_amount"]);
    }

    [Theory]
    [InlineData("""{ "starts_at": "2026-03-01T00:00:00Z" }""", "DISCOUNT_NOT_YET_ACTIVE")]
    [InlineData("""{ "expires_at": "2026-01-15T09:00:00Z" }""", "DISCOUNT_CODE_EXPIRED")]
    [InlineData("""{ "usage_limit": 3, "times_used": 3 }""", "DISCOUNT_CODE_USAGE_LIMIT_EXCEEDED")]
    [InlineData("""{ "customer_eligibility": "specific" }""", "DISCOUNT_CUSTOMER_NOT_ELIGIBLE")]
    [InlineData("""{ "customer_eligibility": "existing" }""", "DISCOUNT_CUSTOMER_NOT_ELIGIBLE")]
    [InlineData("""{ "restricted_to": ["pdt_demo_ebook"] }""", "DISCOUNT_NOT_AVAILABLE_FOR_PRODUCT")]
    [InlineData(
        """{ "currency_options": [{ "currency": "USD", "minimum_subtotal": 4901 }] }""",
        "DISCOUNT_MINIMUM_SUBTOTAL_NOT_MET"
    )]
    [InlineData(
        """{ "type": "flat", "currency_options": [{ "currency": "EUR", "max_amount_possible": 5 }] }""",
        "EXCHANGE_RATE_NOT_FOUND"
    )]
    public async Task A_code_that_does_not_fit_is_refused_and_nothing_is_charged(string terms, string code)
    {
        Put("dsc_special", terms);

        (await _shop.Api.OneClick(more: """ "discount_codes": ["special"] """)).IsError(422, code);
        (
            await _shop.Api.Post(
                "payments",
                """
                { "customer": { "customer_id": "cus_demo_ada" }, "billing": { "country": "US" },
                  "payment_method_id": "pm_demo_visa",
                  "product_cart": [{ "product_id": "pdt_demo_course", "quantity": 1 }], "discount_code": "SPECIAL" }
                """
            )
        ).IsError(422, code);
        Assert.Empty(_shop.Charged);
    }

    [Fact]
    public async Task A_look_at_a_code_tells_only_whether_it_is_live()
    {
        Put("dsc_special", """{ "customer_eligibility": "specific" }""");
        Put("dsc_spent", """{ "usage_limit": 1, "times_used": 1 }""");

        _ = (await _shop.Api.Get("discounts/code/SPECIAL")).Ok;
        (await _shop.Api.Get("discounts/code/SPENT")).IsError(422, "DISCOUNT_CODE_USAGE_LIMIT_EXCEEDED");
        (await _shop.Api.Get("discounts/code/NONE")).IsError(404, "NOT_FOUND");
    }

    [Fact]
    public async Task A_use_counts_when_the_payment_succeeds_and_is_given_back_when_it_does_not()
    {
        Put("dsc_once", """{ "per_customer_usage_limit": 1, "usage_limit": 2 }""");
        const string once = """ "discount_codes": ["ONCE"] """;

        _ = (await _shop.Api.OneClick(DemoSeed.CustomerWithDecliningCard, DemoSeed.DecliningCard, more: once)).Ok;
        Assert.Equal(0, (await _shop.Api.Get("discounts/dsc_once")).Ok.Number("times_used"));
        _ = (await _shop.Api.OneClick(more: once)).Ok;
        Assert.Equal(1, (await _shop.Api.Get("discounts/dsc_once")).Ok.Number("times_used"));
        (await _shop.Api.OneClick(more: once)).IsError(422, "DISCOUNT_PER_CUSTOMER_USAGE_LIMIT_EXCEEDED");
    }

    [Fact]
    public async Task Customers_are_first_time_until_they_have_paid()
    {
        Put("dsc_first", """{ "customer_eligibility": "first_time" }""");
        Put("dsc_again", """{ "customer_eligibility": "existing" }""");
        Put("dsc_ada", """{ "customer_eligibility": "specific", "customer_ids": ["cus_demo_ada"] }""");

        _ = (await _shop.Api.OneClick(more: """ "discount_codes": ["FIRST", "ADA"] """)).Ok;
        _ = (await _shop.Api.OneClick(more: """ "discount_codes": ["AGAIN"] """)).Ok;
        (await _shop.Api.OneClick(more: """ "discount_codes": ["FIRST"] """)).IsError(
            422,
            "DISCOUNT_CUSTOMER_NOT_ELIGIBLE"
        );
    }

    [Fact]
    public async Task Limits_per_customer_do_not_bind_when_the_options_say_so_as_reported_of_the_test_mode()
    {
        var emulator = new DodoEmulator(
            new DodoEmulatorOptions { Settlement = PaymentSettlement.Immediate, IgnoreCustomerDiscountLimits = true }
        );
        using var api = new ApiCaller(emulator);
        emulator.PutDiscount("dsc_once", Json("""{ "per_customer_usage_limit": 1 }"""));
        emulator.PutDiscount("dsc_first", Json("""{ "customer_eligibility": "first_time" }"""));
        emulator.PutDiscount(
            "dsc_ben",
            Json("""{ "customer_eligibility": "specific", "customer_ids": ["cus_demo_ben"] }""")
        );
        emulator.PutDiscount("dsc_twice", Json("""{ "usage_limit": 2 }"""));

        for (var use = 0; use < 2; use++)
            _ = (await api.OneClick(more: """ "discount_codes": ["ONCE", "FIRST", "TWICE"] """)).Ok;

        Assert.Equal(2, (await api.Get("discounts/dsc_once")).Ok.Number("times_used"));
        (await api.OneClick(more: """ "discount_codes": ["TWICE"] """)).IsError(
            422,
            "DISCOUNT_CODE_USAGE_LIMIT_EXCEEDED"
        );
        (await api.OneClick(more: """ "discount_codes": ["BEN"] """)).IsError(422, "DISCOUNT_CUSTOMER_NOT_ELIGIBLE");
    }

    [Theory]
    // 49.00 EUR. 10.00 USD are 9.00 EUR; a row of the currency wins over the default one; yen have no minor unit.
    [InlineData(
        """{ "type": "flat", "currency_options": [{ "currency": "USD", "max_amount_possible": 1000 }] }""",
        4000
    )]
    [InlineData(
        """
            { "type": "flat", "currency_options": [{ "currency": "USD", "is_default": true,
              "max_amount_possible": 1000 }, { "currency": "EUR", "max_amount_possible": 500 }] }
            """,
        4400
    )]
    [InlineData(
        """{ "type": "flat", "currency_options": [{ "currency": "JPY", "max_amount_possible": 1500 }] }""",
        4000
    )]
    [InlineData(
        """{ "amount": 5000, "currency_options": [{ "currency": "USD", "max_amount_possible": 1000 }] }""",
        4000
    )]
    [InlineData("""{ "amount": 5000, "currency_options": [{ "currency": "USD", "minimum_subtotal": 5444 }] }""", 2450)]
    [InlineData("""{ "amount": 5000, "currency_options": [{ "currency": "USD", "minimum_subtotal": 5446 }] }""", null)]
    public async Task Other_currencies_are_converted_from_the_default_row(string terms, int? charged)
    {
        var emulator = InEuros(new() { ["EUR"] = 0.9m, ["JPY"] = 150m });
        using var api = new ApiCaller(emulator);
        emulator.PutDiscount("dsc_special", Json(terms));

        var answer = await api.OneClick(product: "pdt_euro", more: """ "discount_codes": ["SPECIAL"] """);

        if (charged is { } amount)
            Assert.Equal(amount, (await api.FinalPayment(answer.Ok.Text("payment_id")!)).Number("total_amount"));
        else
            answer.IsError(422, "DISCOUNT_MINIMUM_SUBTOTAL_NOT_MET");
    }

    [Theory]
    [InlineData(
        """{ "type": "flat", "amount": 1, "currency_options": [{ "currency": "USD", "max_amount_possible": 1000 }] }"""
    )]
    [InlineData(
        """
            { "type": "percentage", "amount": 5000, "currency_options": [{ "currency": "USD",
              "max_amount_possible": 1000 }] }
            """
    )]
    [InlineData(
        """
            { "type": "percentage", "amount": 5000, "currency_options": [{ "currency": "USD",
              "minimum_subtotal": 1 }] }
            """
    )]
    public async Task What_cannot_be_converted_is_refused(string terms)
    {
        using var api = new ApiCaller(InEuros(rates: []));
        var code = (await api.Post("discounts", terms)).Ok.Text("code")!;

        (await api.OneClick(product: "pdt_euro", more: $" \"discount_codes\": [\"{code}\"] ")).IsError(
            422,
            "EXCHANGE_RATE_NOT_FOUND"
        );
    }

    [Fact]
    public async Task A_percentage_without_amounts_needs_no_rate_and_a_patched_code_keeps_them()
    {
        using var api = new ApiCaller(InEuros(new() { ["EUR"] = 0.5m }));
        var discount = (await api.Post("discounts", """{ "type": "percentage", "amount": 1000 }""")).Ok;
        var more = $" \"discount_codes\": [\"{discount.Text("code")}\"] ";
        Assert.Equal(4410, await Pay());

        _ = (
            await api.Patch(
                $"discounts/{discount.Text("discount_id")}",
                """{ "currency_options": [{ "currency": "USD", "max_amount_possible": 200 }] }"""
            )
        ).Ok;
        Assert.Equal(4800, await Pay());

        async Task<int> Pay() =>
            (
                await api.FinalPayment((await api.OneClick(product: "pdt_euro", more: more)).Ok.Text("payment_id")!)
            ).Number("total_amount");
    }

    [Fact]
    public void A_rate_is_positive() =>
        Assert.Throws<ArgumentException>(() =>
            new DodoEmulatorOptions
            {
                ExchangeRates = new Dictionary<string, decimal>(StringComparer.Ordinal) { ["EUR"] = 0 },
            }
        );

    [Fact]
    public async Task A_discount_lasts_for_its_cycles()
    {
        Put("dsc_twice", """{ "amount": 5000, "subscription_cycles": 2 }""");
        var session = (
            await _shop.Api.OneClick(product: DemoSeed.ProPlan, more: """ "discount_codes": ["TWICE"] """)
        ).Ok;
        _ = (await _shop.Patch("""{ "status": "cancelled" }""")).Ok;
        var id = (await _shop.Api.Get($"payments/{session.Text("payment_id")}")).Ok.Text("subscription_id")!;

        Assert.Equal(1, (await _shop.Read(id))["discounts"]![0].Number("cycles_remaining"));
        await _shop.Renew(id);
        Assert.Empty((await _shop.Read(id))["discounts"]!.AsArray());
        await _shop.Renew(id);

        Assert.Equal([4000, 4000, 8000], _shop.Charged);
        (
            await _shop.Change(DemoSeed.ProPlan, "do_not_bill", more: """ "discount_codes": ["TWICE"] """, id: id)
        ).IsError(422, "DISCOUNT_ALREADY_USED_ON_SUBSCRIPTION");
    }

    [Theory]
    [InlineData("", "KEPT")]
    [InlineData(""" "discount_codes": [] """, "")]
    [InlineData(""" "discount_codes": ["LOST", "SPRING20"] """, "LOST,SPRING20")]
    public async Task A_plan_change_keeps_drops_or_replaces_discounts(string more, string codes)
    {
        Put("dsc_kept", """{ "amount": 100, "preserve_on_plan_change": true }""");
        Put(
            "dsc_elsewhere",
            """{ "amount": 100, "preserve_on_plan_change": true, "restricted_to": ["pdt_demo_basic"] }"""
        );
        Put("dsc_lost", """{ "amount": 100 }""");
        _shop.Put("""{ "discount_codes": ["KEPT", "ELSEWHERE", "LOST"] }""");

        await _shop.Change(DemoSeed.ProPlan, "do_not_bill", more: more);

        var discounts = (await _shop.Read())["discounts"]!.AsArray();
        Assert.Equal(codes, string.Join(',', discounts.Select(discount => discount.Text("code"))));
        Assert.Equal(Enumerable.Range(0, discounts.Count), discounts.Select(discount => discount.Number("position")));
        (await _shop.Change(DemoSeed.ProPlan, "do_not_bill", more: """ "discount_codes": ["ELSEWHERE"] """)).IsError(
            422,
            "DISCOUNT_ALREADY_USED_ON_SUBSCRIPTION"
        );
    }

    [Fact]
    public async Task A_code_that_is_not_for_the_new_plan_is_refused()
    {
        Put("dsc_basic", """{ "restricted_to": ["pdt_demo_basic"] }""");

        (await _shop.Change(DemoSeed.ProPlan, more: """ "discount_codes": ["BASIC"] """)).IsError(
            422,
            "DISCOUNT_NOT_APPLICABLE_TO_NEW_PRODUCT"
        );
    }

    private static DodoEmulator InEuros(Dictionary<string, decimal> rates)
    {
        var emulator = new DodoEmulator(
            new DodoEmulatorOptions { Settlement = PaymentSettlement.Immediate, ExchangeRates = rates }
        );
        emulator.PutProduct(
            "pdt_euro",
            Json("""{ "price": { "type": "one_time_price", "price": 4900, "currency": "EUR" } }""")
        );
        return emulator;
    }

    private static JsonObject Json(string json) => JsonNode.Parse(json)!.AsObject();

    private void Put(string id, string json) => _shop.Emulator.PutDiscount(id, JsonNode.Parse(json)!.AsObject());
}
