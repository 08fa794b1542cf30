using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Tests.Checkout;

public sealed class TaxedCountryTests
{
    private readonly DodoEmulator _emulator = new(
        new DodoEmulatorOptions
        {
            TaxPercent = 20,
            TaxedCountries = ["DE"],
            Settlement = PaymentSettlement.Immediate,
        }
    );

    [Theory]
    [InlineData("""{ "country": "DE" }""", 5880)]
    [InlineData("""{ "country": "US" }""", 4900)]
    [InlineData("null", 4900)]
    public async Task A_cart_bears_tax_where_the_buyer_is_taxed(string address, int total)
    {
        using var api = new ApiCaller(_emulator);

        var preview = (
            await api.Post(
                "checkouts/preview",
                $$"""
                { "product_cart": [{ "product_id": "pdt_demo_course", "quantity": 1 }],
                  "billing_address": {{address}} }
                """
            )
        ).Ok;
        await api.OneClick(more: $$""" "billing_address": {{address}} """);

        Assert.Equal(total, preview.Number("total_price"));
        _emulator.ShouldHaveCharged(amount: total);
    }

    [Fact]
    public async Task The_country_chosen_on_a_page_counts()
    {
        using var api = new ApiCaller(_emulator);
        using var browser = new Pages.Browser(_emulator.CreateHandler());
        var url = (
            await api.Post("checkouts", """{ "product_cart": [{ "product_id": "pdt_demo_course", "quantity": 1 }] }""")
        ).Ok.Text("checkout_url")!;

        await browser.PayByCard(url, TestCards.Visa, ("email", "a@example.com"), ("name", "A"), ("country", "DE"));

        _emulator.ShouldHaveCharged(amount: 5880);
    }
}
