using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Tests.Checkout;

public sealed class OneClickCheckoutTests : IDisposable
{
    private readonly DodoEmulator _emulator = new();
    private readonly ApiCaller _api;

    public OneClickCheckoutTests() => _api = new ApiCaller(_emulator);

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task A_one_click_checkout_has_a_payment_and_no_page()
    {
        var session = (await _api.OneClick()).Ok;

        Assert.Null(session["checkout_url"]);
        Assert.True(session.AsObject().ContainsKey("checkout_url"));
        Assert.StartsWith("cks_", session.Text("session_id"), StringComparison.Ordinal);
        Assert.StartsWith("pay_", session.Text("payment_id"), StringComparison.Ordinal);
        Assert.NotNull(session.Text("client_secret"));
        Assert.NotNull(session.Text("publishable_key"));
    }

    [Fact]
    public async Task Acceptance_is_not_payment()
    {
        var session = (await _api.OneClick()).Ok;

        var first = (await _api.Get($"payments/{session.Text("payment_id")}")).Ok;
        Assert.Equal("processing", first.Text("status"));
        Assert.Empty(_emulator.Charges);

        var second = (await _api.Get($"payments/{session.Text("payment_id")}")).Ok;
        Assert.Equal("succeeded", second.Text("status"));
        Assert.Equal(4900, Assert.Single(_emulator.Charges).Amount);
    }

    [Fact]
    public async Task A_repeated_one_click_checkout_is_a_second_charge()
    {
        var first = (await _api.OneClick()).Ok;
        var second = (await _api.OneClick()).Ok;
        _emulator.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.NotEqual(first.Text("payment_id"), second.Text("payment_id"), StringComparer.Ordinal);
        Assert.Equal(2, _emulator.Charges.Count);
    }

    [Fact]
    public async Task The_metadata_travels_to_the_payment_with_its_types()
    {
        var session = (
            await _api.OneClick(more: """ "metadata": { "attempt": "a-1", "step": 2, "ratio": 1.5, "again": false } """)
        ).Ok;

        var payment = await _api.FinalPayment(session.Text("payment_id")!);
        Assert.Equal("""{"attempt":"a-1","step":2,"ratio":1.5,"again":false}""", payment["metadata"]!.ToJsonString());
        Assert.Equal("a-1", Assert.Single(_emulator.Charges).Metadata.Text("attempt"));
        Assert.Equal(session.Text("session_id"), payment.Text("checkout_session_id"));
    }

    [Fact]
    public async Task A_declined_card_is_accepted_first_and_fails_later()
    {
        var session = (await _api.OneClick(DemoSeed.CustomerWithDecliningCard, DemoSeed.DecliningCard)).Ok;

        var payment = await _api.FinalPayment(session.Text("payment_id")!);
        Assert.Equal("failed", payment.Text("status"));
        Assert.Equal("GENERIC_DECLINE", payment.Text("error_code"));
        Assert.NotNull(payment.Text("error_message"));
        Assert.Empty(_emulator.Charges);
    }

    [Fact]
    public async Task An_expired_card_fails_although_it_was_used_last()
    {
        var methods = (await _api.Get($"customers/{DemoSeed.CustomerWithCards}/payment-methods")).Ok;
        Assert.Equal(DemoSeed.ExpiredCard, methods["items"]![0].Text("payment_method_id"));

        var session = (await _api.OneClick(card: DemoSeed.ExpiredCard)).Ok;
        Assert.Equal("EXPIRED_CARD", (await _api.FinalPayment(session.Text("payment_id")!)).Text("error_code"));
    }

    [Fact]
    public async Task A_card_of_another_customer_is_refused_and_charges_nobody()
    {
        (await _api.OneClick(card: DemoSeed.DecliningCard)).IsError(422, "INVALID_REQUEST_PARAMETERS");
        (await _api.OneClick(card: "pm_nobody")).IsError(422, "INVALID_REQUEST_PARAMETERS");
        Assert.Empty((await _api.Get("payments")).Items);
    }

    [Fact]
    public async Task The_code_for_a_foreign_card_is_an_option()
    {
        var emulator = new DodoEmulator(new DodoEmulatorOptions { ForeignPaymentMethodCode = "UNSUPPORTED_ACTION" });
        using var api = new ApiCaller(emulator);

        (await api.OneClick(card: DemoSeed.DecliningCard)).IsError(422, "UNSUPPORTED_ACTION");
    }

    [Fact]
    public async Task A_saved_card_needs_confirm_and_an_existing_customer()
    {
        const string cart = """
            "product_cart": [{ "product_id": "pdt_demo_course", "quantity": 1 }],
              "payment_method_id": "pm_demo_visa"
            """;

        (await _api.Post("checkouts", $$"""{ {{cart}}, "customer": { "customer_id": "cus_demo_ada" } }""")).IsError(
            422,
            "INVALID_REQUEST_PARAMETERS"
        );
        (
            await _api.Post(
                "checkouts",
                $$"""{ {{cart}}, "confirm": true, "customer": { "email": "ada@example.com" } }"""
            )
        ).IsError(422, "INVALID_REQUEST_PARAMETERS");
        (await _api.Post("checkouts", $$"""{ {{cart}}, "confirm": true }""")).IsError(
            422,
            "INVALID_REQUEST_PARAMETERS"
        );
    }

    [Fact]
    public async Task A_saved_card_must_be_among_the_allowed_types()
    {
        (await _api.OneClick(more: """ "allowed_payment_method_types": ["sepa"] """)).IsError(
            422,
            "NO_ELIGIBLE_PAYMENT_METHODS"
        );
        Assert.NotNull(
            (await _api.OneClick(more: """ "allowed_payment_method_types": ["credit", "debit"] """)).Ok["payment_id"]
        );
    }

    [Fact]
    public async Task An_address_may_be_demanded_by_option()
    {
        var emulator = new DodoEmulator(new DodoEmulatorOptions { RequireBillingAddressForOneClick = true });
        using var api = new ApiCaller(emulator);

        (await api.OneClick()).IsError(422, "INVALID_REQUEST_PARAMETERS");
        (await api.OneClick(more: """ "billing_address": { "country": "US" } """)).IsError(
            422,
            "INVALID_REQUEST_PARAMETERS"
        );
        _ = (
            await api.OneClick(
                more: """ "minimal_address": true, "billing_address": { "country": "US", "zipcode": "10001" } """
            )
        ).Ok;
        _ = (
            await api.OneClick(
                more: """
                "billing_address": { "country": "US", "zipcode": "10001", "street": "1 Main St",
                  "city": "New York", "state": "NY" }
                """
            )
        ).Ok;
    }

    [Fact]
    public async Task A_removed_card_can_no_longer_be_charged()
    {
        await _api.Delete($"customers/{DemoSeed.CustomerWithCards}/payment-methods/{DemoSeed.ExpiredCard}");

        (await _api.OneClick(card: DemoSeed.ExpiredCard)).IsError(422, "INVALID_REQUEST_PARAMETERS");
    }

    [Fact]
    public async Task The_session_tells_the_state_of_its_payment()
    {
        var created = (await _api.OneClick()).Ok;
        var path = $"checkouts/{created.Text("session_id")}";

        var first = (await _api.Get(path)).Ok;
        Assert.Equal("processing", first.Text("payment_status"));
        Assert.Equal(created.Text("payment_id"), first.Text("payment_id"));
        Assert.Equal("ada@example.com", first.Text("customer_email"));
        Assert.Equal("Ada Buyer", first.Text("customer_name"));
        Assert.Equal("succeeded", (await _api.Get(path)).Ok.Text("payment_status"));
    }
}
