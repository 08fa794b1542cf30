using System.Globalization;
using System.Text.Json.Nodes;
using DodoUpsell.Emulator;
using DodoUpsell.TestKit;
using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.Snippets;

/// <summary>The code of docs/plan-changes.md, run on the emulator.</summary>
[Collection(nameof(OneConsole))]
public sealed class PlanChangeSnippets
{
    private readonly Shop _shop = new();

    [Fact]
    public async Task Plan_change()
    {
        Assert.SkipUnless(Cultures.HaveData, Cultures.NoData);
        using var console = new ConsoleOutput();
        var planChanges = _shop.PlanChanges;
        var subscriptionId = DemoSeed.BasicSubscription;
        var culture = CultureInfo.GetCultureInfo("en-US");
        _shop.Emulator.PutProduct(
            "pdt_pro",
            JsonNode
                .Parse(
                    """
                    {"is_recurring":true,"price":{"type":"recurring_price","price":8000,"currency":"USD",
                      "discount":0,"purchasing_power_parity":false,"payment_frequency_count":1,
                      "payment_frequency_interval":"Month","subscription_period_count":10,
                      "subscription_period_interval":"Year"}}
                    """
                )!
                .AsObject()
        );

        #region plan-change
        var quote = await planChanges.PreviewAsync(subscriptionId, "pdt_pro");
        Console.WriteLine(quote.Describe(culture)); // You pay $50.00 now, then $80.00 a month from 15 Feb.

        var outcome = await planChanges.ConfirmAsync(quote);
        Console.WriteLine(
            outcome switch
            {
                PlanChangeOutcome.Changed changed => $"Charged {changed.Charged.ToString(culture)}",
                PlanChangeOutcome.ActionRequired step => $"Continue at {step.Url}",
                PlanChangeOutcome.QuoteChanged different => different.NewQuote.Describe(culture),
                _ => outcome.CustomerMessage,
            }
        );
        #endregion

        Assert.Equal(
            "You pay $50.00 now, then $80.00 a month from 15 Feb.\nCharged $50.00",
            console.Text.ReplaceLineEndings("\n")
        );
    }

    [Fact]
    public async Task Kept_between_two_requests()
    {
        var planChanges = _shop.PlanChanges;
        var quote = await planChanges.PreviewAsync(DemoSeed.BasicSubscription, DemoSeed.ProPlan);
        var session = new Dictionary<string, string>(StringComparer.Ordinal);

        #region plan-change-kept
        session[quote.Id] = quote.ToJson(); // in the request that shows the price

        var kept = PlanChangeQuote.Parse(session[quote.Id]); // in the request that accepts it
        var outcome = await planChanges.ConfirmAsync(kept);
        #endregion

        Assert.IsType<PlanChangeOutcome.Changed>(outcome);
    }

    [Fact]
    public async Task Parts()
    {
        var planChanges = _shop.PlanChanges;
        var subscriptionId = DemoSeed.BasicSubscription;
        var addonId = DemoSeed.SeatAddon;
        var code = DemoSeed.DiscountCode;
        var atMost = new Money(20_000, Currency.USD);

        #region plan-change-parts
        await planChanges.ChangeSeatsAsync(subscriptionId, 5, atMost);
        await planChanges.ChangeAddonAsync(subscriptionId, addonId, 2, atMost);
        await planChanges.AddDiscountAsync(subscriptionId, code);

        var leaner = new PlanChangeRequest
        {
            SubscriptionId = subscriptionId,
            Quantity = 1,
            Addons = AddonSelection.None,
            Discounts = DiscountSelection.KeepAll,
        };
        var quote = await planChanges.PreviewAsync(leaner);
        #endregion

        Assert.Equal((5, 2), (quote.From!.Quantity, quote.From.Addons.Single().Quantity));
        Assert.Equal([code], quote.DiscountsKept);
        Assert.False(quote.CreditGranted.IsZero);
    }

    [Fact]
    public async Task Recover()
    {
        _shop.Emulator.PutSubscription(
            DemoSeed.BasicSubscription,
            new JsonObject
            {
                ["customer_id"] = DemoSeed.CustomerWithCards,
                ["product_id"] = DemoSeed.BasicPlan,
                ["status"] = "on_hold",
            }
        );
        var planChanges = _shop.PlanChanges;
        var subscriptionId = DemoSeed.BasicSubscription;
        var paymentMethodId = DemoSeed.GoodCard;

        #region plan-change-recover
        var request = new RecoverRequest
        {
            Key = $"recover-{subscriptionId}-2026-01",
            SubscriptionId = subscriptionId,
            PaymentMethod = PaymentMethodUpdate.Existing(paymentMethodId),
        };
        var paid = await planChanges.RecoverAsync(request);
        #endregion

        Assert.IsType<ChargeOutcome.Succeeded>(paid);
    }
}
