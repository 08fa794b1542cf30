using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Tests.Control;

public sealed class ControlTests : IDisposable
{
    private readonly DodoEmulator _emulator = new(new DodoEmulatorOptions { ApiKey = "not this one" });
    private readonly ApiCaller _control;

    public ControlTests() => _control = new ApiCaller(_emulator);

    public void Dispose() => _control.Dispose();

    [Fact]
    public async Task A_reset_starts_again_with_time_ids_and_objects()
    {
        var emulator = new DodoEmulator();
        using var api = new ApiCaller(emulator);
        var first = (await api.OneClick()).Ok.ToJsonString();
        emulator.Clock.Advance(TimeSpan.FromDays(3));

        var answer = (await api.Post("_emulator/reset", """{ "seed": "demo" }""")).Ok;

        Assert.Equal("2026-01-15T09:00:00Z", answer["clock"].Text("now"));
        Assert.Empty(emulator.Charges);
        Assert.Equal(first, (await api.OneClick()).Ok.ToJsonString());
    }

    [Fact]
    public async Task Work_of_a_world_that_was_reset_never_happens()
    {
        var emulator = new DodoEmulator();
        using var api = new ApiCaller(emulator);
        await api.OneClick();

        emulator.Reset();
        emulator.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Empty(emulator.Charges);
    }

    [Fact]
    public async Task A_clock_that_follows_another_starts_again_at_its_present()
    {
        var source = new DodoEmulator().Clock;
        var emulator = new DodoEmulator(new DodoEmulatorOptions { TimeSource = source });
        source.Advance(TimeSpan.FromDays(1));

        emulator.Reset();
        using var api = new ApiCaller(emulator);
        _ = (await api.Get("products")).Ok;

        Assert.Equal(source.GetUtcNow(), emulator.Clock.GetUtcNow());
    }

    [Fact]
    public async Task An_empty_seed_holds_nothing()
    {
        _ = (await _control.Post("_emulator/reset", """{ "seed": "empty" }""")).Ok;

        var state = (await _control.Get("_emulator/state")).Ok.AsObject();
        Assert.Equal(
            [
                "customers",
                "payment_methods",
                "products",
                "checkout_sessions",
                "payments",
                "subscriptions",
                "addons",
                "discounts",
                "credits",
                "charges",
                "refunds",
                "disputes",
                "dunning_attempts",
                "wallets",
                "webhook_endpoints",
                "webhook_deliveries",
                "faults",
                "clock",
            ],
            state.Select(member => member.Key),
            StringComparer.Ordinal
        );
        Assert.All(state.Where(member => member.Key is not "clock"), member => Assert.Empty(member.Value!.AsArray()));
        (await _control.Post("_emulator/reset", """{ "seed": "other" }""")).IsInvalidField("seed");
    }

    [Fact]
    public async Task A_product_gets_defaults_for_what_is_left_out()
    {
        var product = (
            await _control.Put(
                "_emulator/products/pdt_new",
                """{ "price": { "price": 700, "currency": "JPY" }, "name": "New" }"""
            )
        ).Ok;

        Assert.Equal("pdt_new", product.Text("product_id"));
        Assert.Equal("one_time_price", product["price"].Text("type"));
        Assert.Equal("JPY", product["price"].Text("currency"));
        Assert.Equal(1000, (await _control.Put("_emulator/products/pdt_bare", "")).Ok["price"].Number("price"));
        var plan = (
            await _control.Put("_emulator/products/pdt_plan", """{ "is_recurring": true, "price": { "price": 100 } }""")
        ).Ok;
        Assert.Equal("recurring_price", plan["price"].Text("type"));
        (await _control.Put("_emulator/products/pdt_bad", """{ "price": { "price": -1 } }""")).IsInvalidField(
            "price.price"
        );
    }

    [Fact]
    public async Task A_replaced_customer_keeps_the_saved_cards()
    {
        _ = (await _control.Put("_emulator/customers/cus_demo_ada", """{ "name": "Renamed" }""")).Ok;

        JsonNode state = _emulator.GetState();
        Assert.Contains(
            "Renamed",
            state["customers"]!.AsArray().Select(customer => customer.Text("name")),
            StringComparer.Ordinal
        );
        Assert.Equal(
            2,
            state["payment_methods"]!.AsArray().Count(method => method.Text("customer_id") is "cus_demo_ada")
        );
    }

    [Fact]
    public async Task A_card_is_saved_by_its_test_number()
    {
        var card = (
            await _control.Post(
                "_emulator/customers/cus_demo_cleo/payment-methods",
                """{ "test_card": "4000000000009995", "expiry_month": "7", "expiry_year": "2031" }"""
            )
        ).Ok;

        Assert.Equal("9995", card["card"].Text("last4_digits"));
        Assert.Equal("7", card["card"].Text("expiry_month"));
        Assert.Equal("2031", card["card"].Text("expiry_year"));
        Assert.Null(card["last_used_at"]);
        (
            await _control.Post(
                "_emulator/customers/cus_demo_cleo/payment-methods",
                """{ "test_card": "4111111111111111" }"""
            )
        ).IsInvalidField("test_card");
        (await _control.Post("_emulator/customers/cus_none/payment-methods", "{}")).IsError(404, "NOT_FOUND");
    }

    [Fact]
    public void What_cannot_be_read_is_an_argument_error_in_process()
    {
        Assert.Throws<ArgumentException>(() => _emulator.SaveCard("cus_none", TestCards.Visa));
        Assert.Throws<ArgumentException>(() => _emulator.SaveCard(DemoSeed.CustomerWithCards, "1234"));
        Assert.Throws<ArgumentException>(() => _emulator.PutProduct("p", new JsonObject { ["price"] = 5 }));
    }

    [Fact]
    public async Task The_clock_moves_by_duration_or_to_a_time_but_never_back()
    {
        Assert.Equal(
            "2026-01-15T09:15:00Z",
            (await _control.Post("_emulator/clock", """{ "advance": "PT15M" }""")).Ok.Text("now")
        );
        Assert.Equal(
            "2026-02-01T00:00:00Z",
            (await _control.Post("_emulator/clock", """{ "now": "2026-02-01T00:00:00Z" }""")).Ok.Text("now")
        );

        (await _control.Post("_emulator/clock", """{ "now": "2026-01-01T00:00:00Z" }""")).IsError(
            422,
            "INVALID_REQUEST_PARAMETERS"
        );
        (await _control.Post("_emulator/clock", """{ "advance": "-PT1S" }""")).IsError(
            422,
            "INVALID_REQUEST_PARAMETERS"
        );
        (await _control.Post("_emulator/clock", """{ "advance": "P3650000D" }""")).IsError(
            422,
            "INVALID_REQUEST_PARAMETERS"
        );
        (await _control.Post("_emulator/clock", """{ "advance": "soon" }""")).IsInvalidField("advance");
        (await _control.Post("_emulator/clock", "{}")).IsError(422, "INVALID_REQUEST_BODY");
        Assert.Equal("2026-02-01T00:00:00Z", (await _control.Get("_emulator/clock")).Ok.Text("now"));
    }

    [Fact]
    public async Task Charges_are_what_was_really_taken()
    {
        var emulator = new DodoEmulator(new DodoEmulatorOptions { Settlement = PaymentSettlement.Immediate });
        using var api = new ApiCaller(emulator);
        var id = (await api.OneClick(more: """ "metadata": { "key": "k" } """)).Ok.Text("payment_id")!;
        await api.OneClick(DemoSeed.CustomerWithDecliningCard, DemoSeed.DecliningCard);

        var charge = Assert.Single((await api.Get("_emulator/charges")).Items)!;
        JsonAssert.Same(
            $$$"""
            {"payment_id":"{{{id}}}","customer_id":"cus_demo_ada","amount":4900,"currency":"USD",
              "created_at":"2026-01-15T09:00:00Z","metadata":{"key":"k"}}
            """,
            charge
        );
    }
}
