using System.Globalization;
using System.Text.Json.Nodes;
using DodoUpsell.Emulator;
using DodoUpsell.TestKit;
using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.PlanChanges;

/// <summary>A quote says what the change costs and brings, and why it is not possible when it is not.</summary>
public sealed class QuoteTests
{
    private static readonly CultureInfo English = Cultures.Of("en-US");

    // Without culture data, the currency is written out.
    private static readonly string Dollar = Cultures.HaveData ? "$" : "US$";

    [Fact]
    public async Task An_upgrade_from_30_to_80_is_50_now_and_80_a_month()
    {
        var quote = await new Shop().PlanChanges.PreviewAsync(DemoSeed.BasicSubscription, DemoSeed.ProPlan);

        Assert.Null(quote.Refusal);
        Assert.Equal(PlanChangeKind.Upgrade, quote.Kind);
        Assert.Equal(Usd(5000), quote.DueNow);
        Assert.Equal(Usd(3000), quote.From!.Recurring);
        Assert.Equal(Usd(8000), quote.NewRecurring);
        Assert.Equal(ProrationMode.DifferenceImmediately, quote.Mode);
        Assert.Equal("Visa •••• 4242", quote.PaymentMethodLabel);
        Assert.True(quote.BillingDateMoves);
        Assert.Equal(2, quote.Lines.Count);
        Assert.Null(quote.Tax);
        Assert.Equal($"You pay {Dollar}50.00 now, then {Dollar}80.00 a month from 15 Feb.", quote.Describe(English));
        Assert.StartsWith(
            Cultures.HaveData ? "You pay 50,00" : "You pay US$50.00",
            quote.Describe(Cultures.Of("de-DE")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_downgrade_from_80_to_30_is_50_of_credit()
    {
        var shop = new Shop();
        shop.Emulator.PutSubscription(
            DemoSeed.BasicSubscription,
            new JsonObject
            {
                ["customer_id"] = DemoSeed.CustomerWithCards,
                ["product_id"] = DemoSeed.ProPlan,
                ["payment_method_id"] = DemoSeed.GoodCard,
            }
        );

        var quote = await shop.PlanChanges.PreviewAsync(DemoSeed.BasicSubscription, DemoSeed.BasicPlan);

        Assert.Equal(PlanChangeKind.Downgrade, quote.Kind);
        Assert.Equal(Usd(0), quote.DueNow);
        Assert.Equal(Usd(5000), quote.CreditGranted);
        Assert.Null(quote.PaymentMethodLabel);
        Assert.Equal(
            $"You pay nothing now and get {Dollar}50.00 of credit for your next renewals, then {Dollar}30.00 a month "
                + "plus any tax from 15 Feb.",
            quote.Describe(English)
        );
    }

    [Fact]
    public async Task A_scheduled_change_costs_nothing_now_and_says_when()
    {
        var quote = await new Shop().PlanChanges.PreviewAsync(
            new PlanChangeRequest
            {
                SubscriptionId = DemoSeed.BasicSubscription,
                ProductId = DemoSeed.ProPlan,
                Timing = PlanChangeTiming.NextBillingDate,
            }
        );

        Assert.Equal(ProrationMode.FullImmediately, quote.Mode);
        Assert.Equal(Usd(0), quote.DueNow);
        Assert.Equal(Usd(8000), quote.DueAtEffect);
        Assert.Equal(quote.From!.NextBillingDate, quote.EffectiveAt);
        Assert.StartsWith("You pay nothing now; from ", quote.Describe(English), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tax_and_a_discount_that_ends_are_said()
    {
        var shop = new Shop(new DodoEmulatorOptions { TaxPercent = 10 });
        Put(shop, new JsonObject { ["discount_codes"] = new JsonArray("SPRING20") });

        var quote = await shop.PlanChanges.PreviewAsync(DemoSeed.BasicSubscription, DemoSeed.ProPlan);

        Assert.Equal(["SPRING20"], quote.DiscountsLost);
        Assert.Empty(quote.DiscountsKept);
        Assert.Equal(Usd(560), quote.Tax);
        Assert.Equal(
            $"You pay {Dollar}61.60 now, then {Dollar}80.00 a month plus tax from 15 Feb. The discount SPRING20 "
                + $"ends with the change.",
            quote.Describe(English)
        );
    }

    [Fact]
    public async Task A_discount_that_would_be_lost_is_sent_again_when_wanted_and_one_that_is_over_is_not()
    {
        var shop = new Shop();
        shop.Emulator.PutDiscount(
            "dsc_basic_only",
            new JsonObject
            {
                ["code"] = "BASICONLY",
                ["type"] = "percentage",
                ["amount"] = 1000,
                ["restricted_to"] = new JsonArray(DemoSeed.BasicPlan),
            }
        );
        Put(shop, new JsonObject { ["discount_codes"] = new JsonArray("BASICONLY", "SPRING20") });

        var quote = await shop.PlanChanges.PreviewAsync(
            new PlanChangeRequest
            {
                SubscriptionId = DemoSeed.BasicSubscription,
                ProductId = DemoSeed.ProPlan,
                Discounts = DiscountSelection.KeepAll,
            }
        );

        Assert.Equal(["SPRING20"], quote.DiscountsKept);
        Assert.Equal(["BASICONLY"], quote.DiscountsLost);
        Assert.Equal(Usd(6400), quote.NewRecurring);
        Assert.IsType<PlanChangeOutcome.Changed>(await shop.PlanChanges.ConfirmAsync(quote));
        Assert.Equal(
            ["SPRING20"],
            (await shop.Dodo.Subscriptions.GetAsync(DemoSeed.BasicSubscription)).Discounts!.Select(discount =>
                discount.Code
            )
        );
    }

    [Fact]
    public async Task A_quote_survives_being_kept_as_json()
    {
        var shop = new Shop(new DodoEmulatorOptions { TaxPercent = 10 });
        Put(
            shop,
            new JsonObject
            {
                ["quantity"] = 3,
                ["addons"] = new JsonArray(new JsonObject { ["addon_id"] = DemoSeed.SeatAddon, ["quantity"] = 2 }),
            }
        );
        var quote = await shop.PlanChanges.PreviewAsync(
            new PlanChangeRequest
            {
                SubscriptionId = DemoSeed.BasicSubscription,
                ProductId = DemoSeed.ProPlan,
                Addons = AddonSelection.Set(DemoSeed.SeatAddon, 3),
                Metadata = new() { ["a"] = "b" },
            }
        );

        var kept = PlanChangeQuote.Parse(quote.ToJson());

        Assert.Equal(quote.ToJson(), kept.ToJson());
        Assert.Equal(quote.Describe(English), kept.Describe(English));
        Assert.IsType<PlanChangeOutcome.Changed>(await shop.PlanChanges.ConfirmAsync(kept));
        var subscription = await shop.Dodo.Subscriptions.GetAsync(DemoSeed.BasicSubscription);
        Assert.Equal((3, 3), (subscription.Quantity, subscription.Addons.Single().Quantity));
        Assert.Throws<FormatException>(() => PlanChangeQuote.Parse("{}"));
    }

    [Theory]
    [InlineData("other currency", PlanChangeRefusalReason.OtherCurrency)]
    [InlineData("unknown product", PlanChangeRefusalReason.UnknownProduct)]
    [InlineData("one-time product", PlanChangeRefusalReason.NotAPlan)]
    [InlineData("nothing changes", PlanChangeRefusalReason.NothingChanges)]
    [InlineData("no seats", PlanChangeRefusalReason.WrongQuantity)]
    [InlineData("negative seats", PlanChangeRefusalReason.WrongQuantity)]
    [InlineData("foreign add-on", PlanChangeRefusalReason.WrongAddon)]
    [InlineData("add-on that is not there", PlanChangeRefusalReason.WrongAddon)]
    [InlineData("schedule with another mode", PlanChangeRefusalReason.WrongModeForSchedule)]
    [InlineData("schedule with a payment link", PlanChangeRefusalReason.WrongPaymentLink)]
    [InlineData("unknown code", PlanChangeRefusalReason.WrongDiscount)]
    [InlineData("unknown subscription", PlanChangeRefusalReason.UnknownSubscription)]
    public async Task Bad_input_is_refused_with_its_reason_and_nothing_is_sent_to_change(
        string what,
        PlanChangeRefusalReason reason
    )
    {
        var shop = new Shop();
        shop.Emulator.PutProduct(
            "pdt_eur",
            new JsonObject
            {
                ["is_recurring"] = true,
                ["price"] = new JsonObject
                {
                    ["type"] = "recurring_price",
                    ["price"] = 9000,
                    ["currency"] = "EUR",
                    ["discount"] = 0,
                    ["purchasing_power_parity"] = false,
                    ["payment_frequency_count"] = 1,
                    ["payment_frequency_interval"] = "Month",
                    ["subscription_period_count"] = 10,
                    ["subscription_period_interval"] = "Year",
                },
            }
        );
        var pro = new PlanChangeRequest { SubscriptionId = DemoSeed.BasicSubscription, ProductId = DemoSeed.ProPlan };
        var request = what switch
        {
            "other currency" => pro with { ProductId = "pdt_eur" },
            "unknown product" => pro with { ProductId = "pdt_nowhere" },
            "one-time product" => pro with { ProductId = DemoSeed.Course },
            "nothing changes" => pro with { ProductId = DemoSeed.BasicPlan },
            "no seats" => pro with { Quantity = 0 },
            "negative seats" => pro with { Quantity = -1 },
            "foreign add-on" => pro with { Addons = AddonSelection.Set("adn_foreign") },
            "add-on that is not there" => pro with { Addons = AddonSelection.Without(DemoSeed.SeatAddon) },
            "schedule with another mode" => pro with
            {
                Timing = PlanChangeTiming.NextBillingDate,
                Mode = ProrationMode.DifferenceImmediately,
            },
            "schedule with a payment link" => pro with
            {
                Timing = PlanChangeTiming.NextBillingDate,
                CollectViaPaymentLink = true,
            },
            "unknown code" => pro with { Discounts = DiscountSelection.Exactly("NOWHERE") },
            _ => pro with { SubscriptionId = "sub_nowhere" },
        };

        var quote = await shop.PlanChanges.PreviewAsync(request);
        var confirmed = Assert.IsType<PlanChangeOutcome.Refused>(await shop.PlanChanges.ConfirmAsync(quote));
        var atOnce = Assert.IsType<PlanChangeOutcome.Refused>(
            await shop.PlanChanges.ChangeAsync(request, Usd(100_000))
        );

        Assert.Equal(reason, quote.Refusal!.Reason);

        // A code of the API is there only where the API was asked.
        Assert.Equal(what == "unknown code", quote.Refusal.Code != default);
        Assert.Equal((reason, reason), (confirmed.Refusal.Reason, atOnce.Refusal.Reason));
        Assert.DoesNotContain(shop.Requests, request => request.EndsWith("/change-plan", StringComparison.Ordinal));
        Assert.Equal(
            "This change is not possible at the moment. Nothing was charged and your plan stays as it was.",
            quote.Describe(English)
        );
    }

    [Theory]
    [InlineData("on_hold", PlanChangeRefusalReason.NotActive)]
    [InlineData("paused", PlanChangeRefusalReason.NotActive)]
    [InlineData("past_due", PlanChangeRefusalReason.NotActive)]
    [InlineData("cancelled", PlanChangeRefusalReason.NotActive)]
    [InlineData("expired", PlanChangeRefusalReason.NotActive)]
    [InlineData("pending", PlanChangeRefusalReason.NotActive)]
    [InlineData("on demand", PlanChangeRefusalReason.OnDemand)]
    [InlineData("cancellation", PlanChangeRefusalReason.CancellationScheduled)]
    [InlineData("scheduled", PlanChangeRefusalReason.ChangeScheduled)]
    public async Task A_subscription_that_cannot_change_is_refused_with_its_reason(
        string what,
        PlanChangeRefusalReason reason
    )
    {
        var shop = new Shop();
        if (what == "scheduled")
            Assert.IsType<PlanChangeOutcome.Scheduled>(
                await shop.PlanChanges.ScheduleAsync(
                    new PlanChangeRequest { SubscriptionId = DemoSeed.BasicSubscription, ProductId = DemoSeed.ProPlan }
                )
            );
        else
        {
            Put(
                shop,
                what switch
                {
                    "on demand" => new JsonObject { ["on_demand"] = true },
                    "cancellation" => new JsonObject { ["cancel_at_next_billing_date"] = true },
                    _ => new JsonObject { ["status"] = what },
                }
            );
        }

        var refusal = (await shop.PlanChanges.PreviewAsync(DemoSeed.BasicSubscription, DemoSeed.ProPlan)).Refusal;

        // No code: it was refused by what was read, and the API was not asked.
        Assert.Equal((reason, default(DodoErrorCode)), (refusal?.Reason, refusal?.Code));
    }

    internal static void Put(Shop shop, JsonObject subscription)
    {
        subscription.TryAdd("customer_id", DemoSeed.CustomerWithCards);
        subscription.TryAdd("product_id", DemoSeed.BasicPlan);
        if (subscription["customer_id"]!.GetValue<string>() == DemoSeed.CustomerWithCards)
            subscription.TryAdd("payment_method_id", DemoSeed.GoodCard);
        shop.Emulator.PutSubscription(DemoSeed.BasicSubscription, subscription);
    }

    internal static Money Usd(long cents) => new(cents, Currency.USD);
}
