using System.Text.Json.Nodes;
using DodoUpsell.Emulator;
using DodoUpsell.Tests.Support;
using static DodoUpsell.Tests.PlanChanges.ConfirmTests;
using static DodoUpsell.Tests.PlanChanges.QuoteTests;

namespace DodoUpsell.Tests.PlanChanges;

/// <summary>
/// Between the quote and its confirmation the world moves: what is worse for the customer is asked again, and nothing
/// is charged above the quote.
/// </summary>
public sealed class StaleQuoteTests
{
    [Theory]
    [InlineData("plan price", QuoteDifference.PriceHigher)]
    [InlineData("add-on price", QuoteDifference.PriceHigher)]
    [InlineData("tax", QuoteDifference.PriceHigher)]
    [InlineData("credit", QuoteDifference.PriceHigher)]
    [InlineData("clock", QuoteDifference.CreditLower)]
    [InlineData("renewal", QuoteDifference.Dates)]
    [InlineData("seats", QuoteDifference.PresentPlan)]
    [InlineData("discount", QuoteDifference.NewPlan)]
    [InlineData("card", QuoteDifference.PaymentMethod)]
    public async Task What_got_worse_is_quoted_again_and_costs_nothing(string what, QuoteDifference difference)
    {
        var shop = new Shop(new DodoEmulatorOptions { TaxPercent = what == "tax" ? 10 : 0 });
        var quote = await PrepareAsync(shop, what);
        Assert.Null(quote.Refusal);
        var chargesBefore = shop.Emulator.Charges.Count;
        shop.Forget();
        Move(shop, what);

        var changed = Assert.IsType<PlanChangeOutcome.QuoteChanged>(await shop.PlanChanges.ConfirmAsync(quote));
        Assert.Contains(difference, changed.Differences);
        Assert.Equal(0, ChangeRequests(shop));
        Assert.Equal(chargesBefore, shop.Emulator.Charges.Count - (what == "renewal" ? 1 : 0));

        // The new quote is the price then.
        shop.Forget();
        var confirmed = await shop.PlanChanges.ConfirmAsync(changed.NewQuote);
        Assert.True(confirmed is PlanChangeOutcome.Changed or PlanChangeOutcome.Scheduled, confirmed.ToString());
        if (confirmed is PlanChangeOutcome.Changed done)
            Assert.Equal(changed.NewQuote.DueNow, done.Charged);
    }

    [Fact]
    public async Task What_got_cheaper_is_charged_at_the_lower_price()
    {
        var shop = new Shop();
        var quote = await QuoteAsync(shop);
        Price(shop, DemoSeed.ProPlan, 7000);

        var changed = Assert.IsType<PlanChangeOutcome.Changed>(await shop.PlanChanges.ConfirmAsync(quote));

        Assert.Equal(Usd(4000), changed.Charged);
    }

    [Fact]
    public async Task A_rise_within_the_tolerance_is_charged_and_one_beyond_it_is_not()
    {
        var shop = new Shop();
        var quote = await QuoteAsync(shop);
        Price(shop, DemoSeed.ProPlan, 8100);

        Assert.IsType<PlanChangeOutcome.QuoteChanged>(await shop.PlanChanges.ConfirmAsync(quote, Usd(99)));
        Assert.Equal(
            Usd(5100),
            Assert.IsType<PlanChangeOutcome.Changed>(await shop.PlanChanges.ConfirmAsync(quote, Usd(100))).Charged
        );
    }

    private static async Task<PlanChangeQuote> PrepareAsync(Shop shop, string what)
    {
        var pro = new PlanChangeRequest { SubscriptionId = DemoSeed.BasicSubscription, ProductId = DemoSeed.ProPlan };
        switch (what)
        {
            case "add-on price":
                return await shop.PlanChanges.PreviewAsync(
                    pro with
                    {
                        Addons = AddonSelection.Set(DemoSeed.SeatAddon, 2),
                    }
                );
            case "tax":
                Price(shop, DemoSeed.ProPlan, 8000, taxInclusive: true);
                return await QuoteAsync(shop);
            case "credit":
                Put(shop, new JsonObject { ["product_id"] = DemoSeed.ProPlan });
                Assert.IsType<PlanChangeOutcome.Changed>(
                    await shop.PlanChanges.DowngradeAsync(DemoSeed.BasicSubscription, DemoSeed.BasicPlan, Usd(0))
                );
                var free = await QuoteAsync(shop);
                Assert.Equal((Usd(0), Usd(5000)), (free.DueNow, free.CreditUsed));
                return free;
            case "clock":
                Put(
                    shop,
                    new JsonObject
                    {
                        ["product_id"] = DemoSeed.ProPlan,
                        ["previous_billing_date"] = "2026-01-05T09:05:00Z",
                    }
                );
                return await shop.PlanChanges.PreviewAsync(
                    pro with
                    {
                        ProductId = DemoSeed.BasicPlan,
                        Mode = ProrationMode.ProratedImmediately,
                    }
                );
            case "renewal":
                Put(shop, new JsonObject { ["previous_billing_date"] = "2025-12-15T09:05:00Z" });
                return await shop.PlanChanges.PreviewAsync(pro with { Timing = PlanChangeTiming.NextBillingDate });
            case "discount":
                shop.Emulator.PutDiscount(
                    "dsc_kept",
                    new JsonObject
                    {
                        ["code"] = "KEPT10",
                        ["type"] = "percentage",
                        ["amount"] = 1000,
                        ["preserve_on_plan_change"] = true,
                    }
                );
                Put(shop, new JsonObject { ["discount_codes"] = new JsonArray("KEPT10") });
                return await QuoteAsync(shop);
            default:
                return await QuoteAsync(shop);
        }
    }

    private static void Move(Shop shop, string what)
    {
        switch (what)
        {
            case "plan price":
                Price(shop, DemoSeed.ProPlan, 8001);
                break;
            case "add-on price":
                shop.Emulator.PutAddon(
                    DemoSeed.SeatAddon,
                    new JsonObject
                    {
                        ["name"] = "Extra seat",
                        ["price"] = 501,
                        ["currency"] = "USD",
                    }
                );
                break;
            case "tax":
                Price(shop, DemoSeed.ProPlan, 8000);
                break;
            case "credit":
                Put(shop, []);
                break;
            case "clock" or "renewal":
                shop.Emulator.Clock.Advance(TimeSpan.FromMinutes(6));
                shop.Emulator.Clock.Advance(TimeSpan.FromSeconds(5));
                break;
            case "seats":
                Put(shop, new JsonObject { ["quantity"] = 2 });
                break;
            case "discount":
                Put(shop, []);
                break;
            default:
                Put(
                    shop,
                    new JsonObject
                    {
                        ["payment_method_id"] = shop.Emulator.SaveCard(
                            DemoSeed.CustomerWithCards,
                            TestCards.Mastercard
                        ),
                    }
                );
                break;
        }
    }

    private static void Price(Shop shop, string productId, int cents, bool taxInclusive = false) =>
        shop.Emulator.PutProduct(
            productId,
            new JsonObject
            {
                ["name"] = "Plan",
                ["is_recurring"] = true,
                ["addons"] = new JsonArray(DemoSeed.SeatAddon),
                ["price"] = new JsonObject
                {
                    ["type"] = "recurring_price",
                    ["price"] = cents,
                    ["currency"] = "USD",
                    ["discount"] = 0,
                    ["purchasing_power_parity"] = false,
                    ["tax_inclusive"] = taxInclusive,
                    ["payment_frequency_count"] = 1,
                    ["payment_frequency_interval"] = "Month",
                    ["subscription_period_count"] = 10,
                    ["subscription_period_interval"] = "Year",
                },
            }
        );
}
