using System.Text.Json.Nodes;
using DodoUpsell.Emulator;
using DodoUpsell.Tests.Support;
using static DodoUpsell.Tests.PlanChanges.QuoteTests;

namespace DodoUpsell.Tests.PlanChanges;

/// <summary>A confirmation previews exactly what it then sends, and asks again with a complete quote.</summary>
public sealed class QuoteAgainTests
{
    private const string Change = $"POST /subscriptions/{DemoSeed.BasicSubscription}/change-plan";

    [Fact]
    public async Task What_is_previewed_is_what_is_sent()
    {
        var emulator = new DodoEmulator();
        var node = new Node(emulator);
        emulator.PutSubscription(
            DemoSeed.BasicSubscription,
            new()
            {
                ["quantity"] = 2,
                ["addons"] = new JsonArray(new JsonObject { ["addon_id"] = DemoSeed.SeatAddon, ["quantity"] = 3 }),
                ["discount_codes"] = new JsonArray(DemoSeed.DiscountCode),
            }
        );
        var quote = await node.PlanChanges.PreviewAsync(
            new()
            {
                SubscriptionId = DemoSeed.BasicSubscription,
                ProductId = DemoSeed.ProPlan,
                Mode = ProrationMode.FullImmediately,
                Discounts = DiscountSelection.KeepAll,
            },
            TestContext.Current.CancellationToken
        );
        Assert.Null(quote.Refusal);
        node.Wire.Forget();

        Assert.IsType<PlanChangeOutcome.Changed>(
            await node.PlanChanges.ConfirmAsync(quote, TestContext.Current.CancellationToken)
        );

        var sent = node.Wire.LastBody(Change);
        sent.Remove("metadata");
        Assert.Equal(1, node.Wire.Count(Change + "/preview"));
        Assert.Equal(node.Wire.LastBody(Change + "/preview").ToJsonString(), sent.ToJsonString());
    }

    [Fact]
    public async Task A_new_quote_names_the_card_that_would_be_charged_then()
    {
        var shop = new Shop();
        var quote = await ConfirmTests.QuoteAsync(shop);
        var card = shop.Emulator.SaveCard(DemoSeed.CustomerWithCards, TestCards.Mastercard);
        Put(shop, new() { ["payment_method_id"] = card });

        var changed = Assert.IsType<PlanChangeOutcome.QuoteChanged>(await shop.PlanChanges.ConfirmAsync(quote));

        Assert.Equal(card, changed.NewQuote.PaymentMethodId);
        Assert.Contains("Mastercard", changed.NewQuote.PaymentMethodLabel, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(quote.To!.Name, changed.NewQuote.To!.Name);
    }

    [Fact]
    public async Task A_code_that_is_not_valid_any_more_is_quoted_again_without_it()
    {
        var shop = new Shop();
        Put(shop, new() { ["discount_codes"] = new JsonArray(DemoSeed.DiscountCode) });
        var quote = await shop.PlanChanges.PreviewAsync(
            new()
            {
                SubscriptionId = DemoSeed.BasicSubscription,
                ProductId = DemoSeed.ProPlan,
                Discounts = DiscountSelection.KeepAll,
            },
            TestContext.Current.CancellationToken
        );
        Assert.Equal([DemoSeed.DiscountCode], quote.DiscountsKept);
        shop.Emulator.PutDiscount(
            DemoSeed.Discount,
            new()
            {
                ["code"] = DemoSeed.DiscountCode,
                ["type"] = "percentage",
                ["amount"] = 2000,
                ["restricted_to"] = new JsonArray(DemoSeed.BasicPlan),
            }
        );

        var changed = Assert.IsType<PlanChangeOutcome.QuoteChanged>(await shop.PlanChanges.ConfirmAsync(quote));

        Assert.Equal([DemoSeed.DiscountCode], changed.NewQuote.DiscountsLost);
        Assert.Empty(shop.Emulator.Charges);
    }
}
