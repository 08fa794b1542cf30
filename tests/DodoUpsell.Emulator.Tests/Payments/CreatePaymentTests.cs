using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Tests.Payments;

public sealed class CreatePaymentTests : IDisposable
{
    private const string Valid = """
        "customer": { "customer_id": "cus_demo_ada" }, "billing": { "country": "US" },
        "product_cart": [{ "product_id": "pdt_demo_ebook", "quantity": 2 }]
        """;

    private readonly DodoEmulator _emulator = new();
    private readonly ApiCaller _api;

    public CreatePaymentTests() => _api = new ApiCaller(_emulator);

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task A_saved_card_is_charged_and_the_answer_has_no_status()
    {
        var created = (
            await _api.Post(
                "payments",
                $$"""{ {{Valid}}, "payment_method_id": "pm_demo_visa", "metadata": { "key": "k" } }"""
            )
        ).Ok;

        Assert.False(created.AsObject().ContainsKey("status"));
        Assert.Equal(3800, created.Number("total_amount"));
        Assert.Equal("k", created["metadata"].Text("key"));
        Assert.Equal("ada@example.com", created["customer"].Text("email"));
        Assert.Null(created["payment_link"]);
        Assert.Equal("succeeded", (await _api.FinalPayment(created.Text("payment_id")!)).Text("status"));
    }

    [Fact]
    public async Task A_repeated_payment_is_a_second_charge()
    {
        for (var click = 0; click < 2; click++)
            _ = (await _api.Post("payments", $$"""{ {{Valid}}, "payment_method_id": "pm_demo_visa" }""")).Ok;
        _emulator.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(2, _emulator.Charges.Count);
    }

    [Fact]
    public async Task The_sample_of_the_upsell_guide_is_refused() =>
        (
            await _api.Post(
                "payments",
                """
                { "customer_id": "cus_demo_ada", "payment_method_id": "pm_demo_visa",
                  "product_cart": [{ "product_id": "pdt_demo_ebook", "quantity": 1 }] }
                """
            )
        ).IsInvalidField("customer");

    [Theory]
    [InlineData("""{ "customer": { "customer_id": "cus_demo_ada" }, "product_cart": [] }""", "billing")]
    [InlineData(
        """{ "customer": { "customer_id": "cus_demo_ada" }, "billing": {}, "product_cart": [] }""",
        "billing.country"
    )]
    [InlineData(
        """{ "customer": { "customer_id": "cus_demo_ada" }, "billing": { "country": "USA" }, "product_cart": [] }""",
        "billing.country"
    )]
    [InlineData(
        """{ "customer": { "customer_id": "cus_demo_ada" }, "billing": { "country": "US" } }""",
        "product_cart"
    )]
    [InlineData("""{ "customer": {}, "billing": { "country": "US" }, "product_cart": [] }""", "customer.email")]
    [InlineData(
        """{ "customer": { "email": "nobody" }, "billing": { "country": "US" }, "product_cart": [] }""",
        "customer.email"
    )]
    public async Task A_wrong_body_is_refused_with_the_name_of_the_field(string body, string field) =>
        (await _api.Post("payments", body)).IsInvalidField(field);

    [Fact]
    public async Task The_cart_holds_one_to_a_hundred_one_time_products()
    {
        (await Create("")).IsError(422, "PRODUCT_CART_EMTPY");
        (await Create("""{ "product_id": "pdt_demo_pro", "quantity": 1 }""")).IsError(
            422,
            "INVALID_REQUEST_PARAMETERS"
        );
        (
            await Create(
                string.Join(',', Enumerable.Repeat("""{ "product_id": "pdt_demo_ebook", "quantity": 1 }""", 101))
            )
        ).IsError(422, "INVALID_REQUEST_PARAMETERS");
        (await Create("""{ "product_id": "pdt_demo_tip", "quantity": 1 }""")).IsError(
            422,
            "PAY_AS_YOU_WANT_AMOUNT_REQUIRED"
        );

        Task<Answer> Create(string items) =>
            _api.Post(
                "payments",
                $$"""
                { "customer": { "customer_id": "cus_demo_ada" }, "billing": { "country": "US" },
                  "product_cart": [{{items}}] }
                """
            );
    }

    [Fact]
    public async Task A_card_of_another_customer_or_for_a_new_customer_is_refused()
    {
        (await _api.Post("payments", $$"""{ {{Valid}}, "payment_method_id": "pm_demo_declining" }""")).IsError(
            422,
            "INVALID_REQUEST_PARAMETERS"
        );
        (
            await _api.Post(
                "payments",
                """
                { "customer": { "email": "new@example.com" }, "billing": { "country": "US" },
                  "payment_method_id": "pm_demo_visa",
                  "product_cart": [{ "product_id": "pdt_demo_ebook", "quantity": 1 }] }
                """
            )
        ).IsError(422, "INVALID_REQUEST_PARAMETERS");
        Assert.Equal(3, _emulator.GetState()["customers"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_payment_link_is_good_for_a_day()
    {
        var created = (await _api.Post("payments", $$"""{ {{Valid}}, "payment_link": true }""")).Ok;

        Assert.StartsWith(
            "https://test.dodopayments.com/pay/pay_",
            created.Text("payment_link"),
            StringComparison.Ordinal
        );
        Assert.Equal("2026-01-16T09:00:00Z", created.Text("expires_on"));
        var path = $"payments/{created.Text("payment_id")}";
        Assert.Equal("requires_payment_method", (await _api.Get(path)).Ok.Text("status"));

        _emulator.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("cancelled", (await _api.Get(path)).Ok.Text("status"));
    }

    [Fact]
    public async Task Metadata_has_limits()
    {
        var pairs = string.Join(',', Enumerable.Range(0, 51).Select(number => $"\"k{number}\": 1"));

        (await Create($$"""{ {{pairs}} }""")).IsError(422, "MAXIMUM_KEYS_REACHED");
        (await Create("""{ "a b": "x" }""")).IsError(422, "INVALID_REQUEST_PARAMETERS");
        (await Create($$"""{ "{{new string('k', 41)}}": "x" }""")).IsError(422, "INVALID_REQUEST_PARAMETERS");
        (await Create($$"""{ "k": "{{new string('v', 501)}}" }""")).IsError(422, "INVALID_REQUEST_PARAMETERS");
        (await Create("""{ "k": null }""")).IsInvalidField("metadata.k");
        (await Create("""{ "k": ["x"] }""")).IsInvalidField("metadata.k");
        (await Create("null")).IsInvalidField("metadata");

        Task<Answer> Create(string metadata) => _api.Post("payments", $$"""{ {{Valid}}, "metadata": {{metadata}} }""");
    }
}
