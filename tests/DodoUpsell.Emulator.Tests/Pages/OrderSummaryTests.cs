using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DodoUpsell.Emulator.Tests.Pages;

/// <summary>What the checkout says about the order.</summary>
public sealed class OrderSummaryTests
{
    [Fact]
    public async Task Quantity_discount_tax_and_total_are_shown_and_the_total_is_what_is_charged()
    {
        var emulator = new DodoEmulator(new DodoEmulatorOptions { TaxPercent = 20 });

        var (text, url) = await Checkout(
            emulator,
            $$"""
            { "product_cart": [{ "product_id": "{{DemoSeed.Course}}", "quantity": 2 }],
              "discount_codes": ["{{DemoSeed.DiscountCode}}"], "customer": { "customer_id": "cus_demo_cleo" } }
            """
        );

        Assert.Contains(
            "Course 2 × $49.00 $98.00 Subtotal $98.00 Discount (SPRING20) -$19.60 Tax $15.68 Total due today $94.08",
            text,
            StringComparison.Ordinal
        );
        using var browser = new Browser(emulator.CreateHandler());
        await browser.PayByCard(url, TestCards.Visa, ("country", "US"));
        Assert.Equal(9408, Assert.Single(emulator.Charges).Amount);
    }

    [Theory]
    [InlineData(14, 1, "Month", "14 days free", "After 14 days, $30.00 every month, until you cancel.", "Start now")]
    [InlineData(0, 3, "Month", "Every 3 months", "Then $30.00 every 3 months, until you cancel.", "Pay $30.00")]
    [InlineData(0, 1, "Year", "Every year", "Then $30.00 every year, until you cancel.", "Pay $30.00")]
    public async Task What_a_subscription_will_cost_is_said_before_it_is_bought(
        int trialDays,
        int count,
        string unit,
        string detail,
        string later,
        string button
    )
    {
        var emulator = new DodoEmulator();
        emulator.PutProduct(
            "pdt_x",
            new JsonObject
            {
                ["name"] = "Plan",
                ["price"] = new JsonObject
                {
                    ["type"] = "recurring_price",
                    ["price"] = 3000,
                    ["currency"] = "USD",
                    ["trial_period_days"] = trialDays,
                    ["payment_frequency_count"] = count,
                    ["payment_frequency_interval"] = unit,
                },
            }
        );

        var (text, _) = await Checkout(emulator, """{ "product_cart": [{ "product_id": "pdt_x", "quantity": 1 }] }""");

        Assert.Contains(detail, text, StringComparison.Ordinal);
        Assert.Contains(later, text, StringComparison.Ordinal);
        Assert.Contains(button, text, StringComparison.Ordinal);
    }

    private static async Task<(string Text, string Url)> Checkout(DodoEmulator emulator, string request)
    {
        using var api = new ApiCaller(emulator);
        using var browser = new Browser(emulator.CreateHandler());
        var url = (await api.Post("checkouts", request)).Ok.Text("checkout_url")!;
        var text = (await browser.Open(url)).Text;
        return (Regex.Replace(text, @"\s+", " ", RegexOptions.None, TimeSpan.FromSeconds(10)), url);
    }
}
