using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Tests.Subscriptions;

/// <summary>Corners of a subscription's life that the other tests pass by.</summary>
public sealed class SubscriptionEdgeTests
{
    [Theory]
    [InlineData(false, 1000)]
    [InlineData(true, 800)]
    public async Task A_discount_reduces_the_price_of_a_trial_only_if_the_product_says_so(bool applies, int charged)
    {
        using var shop = new Shop();
        shop.Emulator.PutProduct(
            "pdt_trial",
            new JsonObject
            {
                ["price"] = new JsonObject
                {
                    ["type"] = "recurring_price",
                    ["price"] = 4000,
                    ["trial_period_days"] = 14,
                    ["trial_amount"] = 1000,
                    ["trial_apply_discounts"] = applies,
                },
            }
        );

        _ = (await shop.Api.OneClick(product: "pdt_trial", more: """ "discount_codes": ["SPRING20"] """)).Ok;
        shop.Advance(15);

        Assert.Equal([charged, 3200], shop.Charged);
    }

    [Fact]
    public async Task A_link_that_nobody_pays_fails_the_subscription()
    {
        using var shop = new Shop();
        var created = (
            await shop.Api.Post(
                "subscriptions",
                """
                { "product_id": "pdt_demo_pro", "quantity": 1, "customer": { "email": "new@example.com" },
                  "billing": { "country": "US" }, "payment_link": true }
                """
            )
        ).Ok;
        var id = created.Text("subscription_id")!;

        Assert.NotNull(created.Text("payment_link"));
        Assert.Equal("pending", (await shop.Read(id)).Text("status"));
        (await shop.Patch("""{ "status": "cancelled" }""", id)).IsError(422, "SUBSCRIPTION_INACTIVE");
        shop.Advance(2);
        Assert.Equal("failed", (await shop.Read(id)).Text("status"));
    }

    [Fact]
    public async Task A_cart_holds_a_subscription_with_what_is_bought_once()
    {
        using var shop = new Shop();
        const string rest =
            """ "customer": { "customer_id": "cus_demo_ada" }, "confirm": true, "payment_method_id": "pm_demo_visa" """;

        _ = (
            await shop.Api.Post(
                "checkouts",
                $$"""
                { "product_cart": [{ "product_id": "pdt_demo_ebook", "quantity": 1 },
                  { "product_id": "pdt_demo_pro", "quantity": 1 }],
                  "subscription_data": { "trial_period_days": 7 }, {{rest}} }
                """
            )
        ).Ok;

        // The trial is free, the e-book is not.
        Assert.Equal([1900], shop.Charged);
    }

    [Fact]
    public async Task A_card_that_was_removed_in_a_pause_cannot_renew()
    {
        using var shop = new Shop();
        _ = (await shop.Patch("""{ "status": "paused" }""")).Ok;
        Assert.Equal(204, (int)(await shop.Api.Delete("customers/cus_demo_ada/payment-methods/pm_demo_visa")).Status);
        _ = (await shop.Patch("""{ "status": "active" }""")).Ok;

        await shop.Renew();

        Assert.Equal("on_hold", (await shop.Read()).Text("status"));
        Assert.Empty(shop.Charged);
    }

    [Fact]
    public async Task A_price_that_fits_only_with_its_discount_is_refused_before_it_can_break_the_clock()
    {
        using var shop = new Shop(taxPercent: 10);
        shop.Emulator.PutProduct(
            "pdt_huge",
            new JsonObject
            {
                ["price"] = new JsonObject { ["type"] = "recurring_price", ["price"] = int.MaxValue },
            }
        );
        shop.Emulator.PutDiscount("dsc_once", new JsonObject { ["amount"] = 9999, ["subscription_cycles"] = 1 });
        const string codes = """ "discount_codes": ["ONCE"] """;

        (await shop.Api.OneClick(product: "pdt_huge", more: codes)).IsError(422, "INTEGER_CONVERSION_FAILURE");
        (await shop.Change("pdt_huge", more: codes)).IsError(422, "INTEGER_CONVERSION_FAILURE");
    }

    [Fact]
    public async Task A_large_price_is_charged_in_full()
    {
        using var shop = new Shop();
        shop.Emulator.PutProduct("pdt_large", new JsonObject { ["price"] = new JsonObject { ["price"] = 50_000_000 } });

        _ = (await shop.Api.OneClick(product: "pdt_large")).Ok;

        Assert.Equal([50_000_000], shop.Charged);
    }

    [Fact]
    public async Task Later_edits_of_the_catalogue_do_not_reach_a_running_subscription()
    {
        using var shop = new Shop();
        shop.Emulator.PutProduct(
            DemoSeed.BasicPlan,
            new JsonObject
            {
                ["price"] = new JsonObject { ["type"] = "recurring_price", ["price"] = 9900 },
            }
        );

        await shop.Renew();

        Assert.Equal([3000], shop.Charged);
    }

    [Fact]
    public async Task Credit_ends_with_the_subscription_and_the_state_tells_every_movement()
    {
        using var shop = new Shop();
        shop.Put("""{ "product_id": "pdt_demo_pro" }""");
        await shop.Change(DemoSeed.BasicPlan);

        _ = (await shop.Patch("""{ "status": "cancelled" }""")).Ok;

        var credits = shop.Emulator.GetState()["credits"]!.AsArray();
        Assert.Equal(["granted", "lost"], credits.Select(entry => entry.Text("type")), StringComparer.Ordinal);
        Assert.Equal([5000, 0], credits.Select(entry => (int)entry!["balance"]!.GetValue<long>()));
        Assert.All(credits, entry => Assert.Equal("sub_demo_basic", entry.Text("subscription_id")));
    }

    [Fact]
    public async Task A_replaced_subscription_takes_what_was_planned_for_the_old_one_with_it()
    {
        using var shop = new Shop(settlement: PaymentSettlement.OnClock(TimeSpan.FromMinutes(1)));
        await shop.Change(DemoSeed.ProPlan, more: """ "on_payment_failure": "prevent_change" """);

        shop.Put("""{ "next_billing_date": "2026-12-01T00:00:00Z" }""");
        shop.Advance(60);

        Assert.Empty(shop.Charged);
        Assert.Equal(DemoSeed.BasicPlan, (await shop.Read()).Text("product_id"));
    }
}
