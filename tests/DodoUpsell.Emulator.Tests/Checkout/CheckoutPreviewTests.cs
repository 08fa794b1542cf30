using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Tests.Checkout;

public sealed class CheckoutPreviewTests
{
    [Fact]
    public async Task A_preview_prices_the_cart_and_creates_nothing()
    {
        var emulator = new DodoEmulator();
        using var api = new ApiCaller(emulator);

        var preview = (
            await api.Post(
                "checkouts/preview",
                """
                { "product_cart": [{ "product_id": "pdt_demo_course", "quantity": 2 },
                  { "product_id": "pdt_demo_ebook", "quantity": 1 }],
                  "billing_address": { "country": "DE" }, "confirm": true }
                """
            )
        ).Ok;

        Assert.Equal(11700, preview.Number("total_price"));
        Assert.Equal("USD", preview.Text("currency"));
        Assert.Equal("DE", preview.Text("billing_country"));
        Assert.Equal(11700, preview["current_breakup"].Number("subtotal"));
        Assert.Null(preview["recurring_breakup"]);
        Assert.Null(preview["next_billing_date"]);
        Assert.Equal(9800, preview["product_cart"]![0].Number("discounted_price"));
        Assert.Empty(emulator.GetState()["checkout_sessions"]!.AsArray());
    }

    [Fact]
    public async Task A_subscription_shows_its_addons_and_its_next_billing_date()
    {
        using var api = new ApiCaller(new DodoEmulator());

        var preview = (
            await api.Post(
                "checkouts/preview",
                """
                { "product_cart": [{ "product_id": "pdt_demo_pro", "quantity": 1,
                  "addons": [{ "addon_id": "adn_demo_seat", "quantity": 3 }] }] }
                """
            )
        ).Ok;

        Assert.Equal(9500, preview.Number("total_price"));
        Assert.Equal(9500, preview["recurring_breakup"].Number("total_amount"));
        Assert.Equal("2026-02-15T09:00:00Z", preview.Text("next_billing_date"));
        Assert.Equal(500, preview["product_cart"]![0]!["addons"]![0].Number("single_quantity_price"));
    }

    [Fact]
    public async Task A_trial_costs_nothing_today()
    {
        using var api = new ApiCaller(new DodoEmulator());

        var preview = (
            await api.Post(
                "checkouts/preview",
                """
                { "product_cart": [{ "product_id": "pdt_demo_pro", "quantity": 1 }, { "product_id": "pdt_demo_ebook",
                  "quantity": 1 }],
                  "subscription_data": { "trial_period_days": 14 } }
                """
            )
        ).Ok;

        Assert.Equal(1900, preview.Number("total_price"));
        Assert.Equal(8000, preview["recurring_breakup"].Number("total_amount"));
        Assert.Equal(14, preview.Number("trial_period_days"));
        Assert.Equal("2026-01-29T09:00:00Z", preview.Text("next_billing_date"));
    }

    [Theory]
    [InlineData(false, 4900, 466, 5366)]
    [InlineData(true, 4475, 425, 4900)]
    public async Task A_flat_tax_comes_on_top_or_out_of_the_price(bool inclusive, int subtotal, int tax, int total)
    {
        var emulator = new DodoEmulator(new DodoEmulatorOptions { TaxPercent = 9.5m });
        emulator.PutProduct(
            "pdt_taxed",
            new JsonObject
            {
                ["price"] = new JsonObject { ["price"] = 4900, ["tax_inclusive"] = inclusive },
            }
        );
        using var api = new ApiCaller(emulator);

        var preview = (
            await api.Post(
                "checkouts/preview",
                """{ "product_cart": [{ "product_id": "pdt_taxed", "quantity": 1 }] }"""
            )
        ).Ok;
        Assert.Equal(subtotal, preview["current_breakup"].Number("subtotal"));
        Assert.Equal(tax, preview["current_breakup"].Number("tax"));
        Assert.Equal(total, preview.Number("total_price"));

        var session = (await api.OneClick(product: "pdt_taxed")).Ok;
        var payment = await api.FinalPayment(session.Text("payment_id")!);
        Assert.Equal(total, payment.Number("total_amount"));
        Assert.Equal(tax, payment.Number("tax"));
    }
}
