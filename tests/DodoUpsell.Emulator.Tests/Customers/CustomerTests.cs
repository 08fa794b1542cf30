using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Tests.Customers;

public sealed class CustomerTests : IDisposable
{
    private readonly DodoEmulator _emulator = new();
    private readonly ApiCaller _api;

    public CustomerTests() => _api = new ApiCaller(_emulator);

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task A_created_customer_can_be_read_back()
    {
        var created = (
            await _api.Post(
                "customers",
                """{ "email": "dora@example.com", "name": "Dóra", "metadata": { "tier": 2 } }"""
            )
        ).Ok;

        var read = (await _api.Get($"customers/{created.Text("customer_id")}")).Ok;
        Assert.Equal("Dóra", read.Text("name"));
        Assert.Equal(created.ToJsonString(), read.ToJsonString());
        Assert.Null(read["phone_number"]);
        Assert.Equal("2026-01-15T09:00:00Z", read.Text("created_at"));
    }

    [Fact]
    public async Task The_same_email_twice_is_two_customers()
    {
        for (var time = 0; time < 2; time++)
            _ = (await _api.Post("customers", """{ "email": "ada@example.com", "name": "Ada" }""")).Ok;

        Assert.Equal(3, (await _api.Get("customers?email=ada@example.com")).Items.Count);
    }

    [Fact]
    public async Task An_update_changes_what_it_names_and_replaces_metadata()
    {
        await _api.Patch("customers/cus_demo_ada", """{ "metadata": { "a": "1" } }""");

        var updated = (
            await _api.Patch(
                "customers/cus_demo_ada",
                """{ "name": "Ada B.", "email": null, "metadata": { "b": "2" } }"""
            )
        ).Ok;
        Assert.Equal("Ada B.", updated.Text("name"));
        Assert.Equal("ada@example.com", updated.Text("email"));
        Assert.Equal("""{"b":"2"}""", updated["metadata"]!.ToJsonString());
    }

    [Fact]
    public async Task A_refused_update_leaves_no_trace()
    {
        (await _api.Patch("customers/cus_demo_ada", """{ "name": "X", "metadata": 1 }""")).IsInvalidField("metadata");

        Assert.Equal("Ada Buyer", (await _api.Get("customers/cus_demo_ada")).Ok.Text("name"));
    }

    [Theory]
    [InlineData("name=BEN", "cus_demo_ben")]
    [InlineData("email=CLEO@example.com", "cus_demo_cleo")]
    [InlineData("created_at_gte=2026-01-01T00:00:00Z")]
    [InlineData("page_size=1&page_number=1", "cus_demo_ben")]
    public async Task Customers_are_found_by_name_email_and_time(string query, params string[] expected) =>
        Assert.Equal(expected, (await _api.Get($"customers?{query}")).Ids("customer_id"));

    [Fact]
    public async Task A_customer_needs_a_name_and_an_email()
    {
        (await _api.Post("customers", """{ "email": "x@example.com" }""")).IsInvalidField("name");
        (await _api.Post("customers", """{ "name": "X", "email": 7 }""")).IsInvalidField("email");
    }

    [Fact]
    public async Task An_unknown_customer_is_not_found_before_the_body_is_read()
    {
        (await _api.Get("customers/cus_none")).IsError(404, "NOT_FOUND");
        (await _api.Patch("customers/cus_none", "not json")).IsError(404, "NOT_FOUND");
        (await _api.Get("customers/cus_none/payment-methods")).IsError(404, "NOT_FOUND");
    }

    [Fact]
    public async Task Payment_methods_are_nested_objects_in_items()
    {
        var card = (await _api.Get("customers/cus_demo_ada/payment-methods")).Items.Single(item =>
            item.Text("payment_method_id") is DemoSeed.GoodCard
        )!;

        Assert.Equal("card", card.Text("payment_method"));
        Assert.Equal("credit", card.Text("payment_method_type"));
        Assert.True(card["recurring_enabled"]!.GetValue<bool>());
        JsonAssert.Same(
            """
            {"last4_digits":"4242","card_network":"VISA","card_type":"CREDIT","card_holder_name":"Ada Buyer",
              "card_issuing_country":"US","expiry_month":"06","expiry_year":"32"}
            """,
            card["card"]
        );
        Assert.Empty((await _api.Get("customers/cus_demo_cleo/payment-methods")).Items);
    }

    [Fact]
    public async Task Removing_a_payment_method_twice_succeeds_twice()
    {
        for (var time = 0; time < 2; time++)
            Assert.Equal(
                204,
                (int)(await _api.Delete("customers/cus_demo_ada/payment-methods/pm_demo_expired")).Status
            );

        Assert.Single((await _api.Get("customers/cus_demo_ada/payment-methods")).Items);
        (await _api.Delete("customers/cus_demo_ada/payment-methods/pm_demo_declining")).IsError(404, "NOT_FOUND");
    }
}
