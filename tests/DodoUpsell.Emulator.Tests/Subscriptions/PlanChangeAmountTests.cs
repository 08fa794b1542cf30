using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Tests.Subscriptions;

/// <summary>
/// Amounts of plan changes, written out. The demo subscription has twenty of thirty days left: r is 2/3.
/// </summary>
public sealed class PlanChangeAmountTests
{
    private const string Basic = DemoSeed.BasicPlan;
    private const string Pro = DemoSeed.ProPlan;

    [Theory]
    // Basic 30 to Pro 80.
    [InlineData("difference_immediately", Pro, 1, "", 5000, 0)]
    [InlineData("prorated_immediately", Pro, 1, "", 3333, 0)]
    [InlineData("full_immediately", Pro, 1, "", 8000, 0)]
    [InlineData("do_not_bill", Pro, 1, "", 0, 0)]
    // Seats of the same plan.
    [InlineData("difference_immediately", Basic, 3, "", 6000, 0)]
    [InlineData("prorated_immediately", Basic, 3, "", 4000, 0)]
    [InlineData("full_immediately", Basic, 3, "", 9000, 0)]
    // Two extra seats as an add-on of 5 each.
    [InlineData(
        "difference_immediately",
        Basic,
        1,
        """ "addons": [{ "addon_id": "adn_demo_seat", "quantity": 2 }] """,
        1000,
        0
    )]
    [InlineData(
        "prorated_immediately",
        Basic,
        1,
        """ "addons": [{ "addon_id": "adn_demo_seat", "quantity": 2 }] """,
        667,
        0
    )]
    [InlineData(
        "difference_immediately",
        Pro,
        2,
        """ "addons": [{ "addon_id": "adn_demo_seat", "quantity": 1 }] """,
        13500,
        0
    )]
    // 20 % off the new plan: 64 less 30.
    [InlineData("difference_immediately", Pro, 1, """ "discount_codes": ["SPRING20"] """, 3400, 0)]
    [InlineData("full_immediately", Pro, 1, """ "discount_codes": ["spring20"] """, 6400, 0)]
    // 20 % off the plan that is there already: credit.
    [InlineData("difference_immediately", Basic, 1, """ "discount_codes": ["SPRING20"] """, 0, 600)]
    [InlineData("prorated_immediately", Basic, 1, """ "discount_codes": ["SPRING20"] """, 0, 400)]
    public async Task A_change_from_Basic_charges_or_credits(
        string mode,
        string product,
        int quantity,
        string more,
        int charged,
        long credited
    )
    {
        using var shop = new Shop();
        var preview = await shop.Preview(product, mode, quantity, more);
        Assert.Empty(shop.Charged);
        Assert.Equal(Basic, (await shop.Read()).Text("product_id"));

        var changed = await shop.Change(product, mode, quantity, more);

        Assert.Equal(200, (int)changed.Status);
        Assert.All(changed.Body!.AsObject(), member => Assert.Null(member.Value));
        Assert.Equal(charged == 0 ? [] : [charged], shop.Charged);
        Assert.Equal(credited == 0 ? [] : [credited], shop.Credits);
        var summary = preview["immediate_charge"]!["summary"]!;
        Assert.Equal(charged, summary.Number("total_amount"));
        Assert.Equal(credited, summary["customer_credits"]!.GetValue<long>());
        var now = await shop.Read();
        Assert.Equal(product, now.Text("product_id"));
        Assert.Equal(quantity, now.Number("quantity"));
        Assert.Equal("active", now.Text("status"));
        foreach (
            var member in new[]
            {
                "product_id",
                "quantity",
                "addons",
                "next_billing_date",
                "previous_billing_date",
                "recurring_pre_tax_amount",
                "expires_at",
            }
        )
            Assert.Equal(now[member]!.ToJsonString(), preview["new_plan"]![member]!.ToJsonString());
    }

    [Theory]
    [InlineData("difference_immediately", 5000)]
    [InlineData("prorated_immediately", 3333)]
    [InlineData("full_immediately", 0)]
    [InlineData("do_not_bill", 0)]
    public async Task A_downgrade_leaves_credit_and_never_pays_back(string mode, long credited)
    {
        using var shop = new Shop();
        shop.Put($$"""{ "product_id": "{{Pro}}" }""");

        await shop.Change(Basic, mode);

        Assert.Equal(mode is "full_immediately" ? [3000] : [], shop.Charged);
        Assert.Equal(credited == 0 ? [] : [credited], shop.Credits);
        Assert.Equal(["plan_changed", "updated"], shop.Events().Take(2), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Credit_pays_the_next_renewals_until_it_is_used_up()
    {
        using var shop = new Shop();
        shop.Put($$"""{ "product_id": "{{Pro}}" }""");
        await shop.Change(Basic);

        await shop.Renew();
        await shop.Renew();
        await shop.Renew();

        // 30 of 50, then the other 20 of 30, then nothing is left.
        Assert.Equal([5000L, -3000L, -2000L], shop.Credits);
        Assert.Equal([1000, 3000], shop.Charged);
        var payments = (await shop.Api.Get($"payments?subscription_id={DemoSeed.BasicSubscription}")).Items;
        Assert.Equal([3000, 1000, 0], payments.Select(payment => payment.Number("total_amount")));
        Assert.All(payments, payment => Assert.Equal("succeeded", payment.Text("status")));
    }

    [Fact]
    public async Task Credit_pays_a_later_upgrade_unless_the_options_keep_it_for_renewals()
    {
        foreach (var pays in new[] { true, false })
        {
            using var shop = new Shop(new SubscriptionRules { CreditPaysPlanChanges = pays });
            shop.Put($$"""{ "product_id": "{{Pro}}" }""");
            await shop.Change(Basic);

            var preview = await shop.Preview(Pro);
            await shop.Change(Pro);

            Assert.Equal(
                pays ? -5000 : 0,
                preview["immediate_charge"]!["summary"]!["customer_credits"]!.GetValue<long>()
            );
            Assert.Equal(pays ? [] : [5000], shop.Charged);
        }
    }

    [Theory]
    [InlineData(false, 5500, 500)]
    // Rounded line by line: 727 of 8000 less 273 of 3000.
    [InlineData(true, 5000, 454)]
    public async Task Tax_is_added_unless_the_price_holds_it(bool inclusive, int total, int tax)
    {
        using var shop = new Shop(taxPercent: 10);
        foreach ((var id, var price) in new[] { (Basic, 3000), (Pro, 8000) })
        {
            shop.Emulator.PutProduct(
                id,
                new JsonObject
                {
                    ["price"] = new JsonObject
                    {
                        ["type"] = "recurring_price",
                        ["price"] = price,
                        ["tax_inclusive"] = inclusive,
                    },
                }
            );
        }

        shop.Put("{}");
        var summary = (await shop.Preview(Pro))["immediate_charge"]!["summary"]!;
        await shop.Change(Pro);

        Assert.Equal((total, tax), (summary.Number("total_amount"), summary.Number("tax")));
        Assert.Equal([total], shop.Charged);
        await shop.Renew();
        Assert.Equal(inclusive ? 8000 : 8800, shop.Charged[1]);
    }

    [Fact]
    public async Task Credit_is_before_tax_and_lowers_the_tax_of_the_renewal()
    {
        using var shop = new Shop(taxPercent: 10);
        shop.Put($$"""{ "product_id": "{{Pro}}" }""");
        await shop.Change(Basic);
        await shop.Renew();
        await shop.Renew();

        Assert.Equal([5000L, -3000L, -2000L], shop.Credits);
        Assert.Equal([1100], shop.Charged);
    }

    [Fact]
    public async Task The_other_prorated_formula_charges_a_full_new_cycle()
    {
        using var shop = new Shop(new SubscriptionRules { ProratedFormula = ProratedFormula.FullNewCycle });

        await shop.Change(Pro, "prorated_immediately");

        Assert.Equal([6000], shop.Charged);
    }

    [Fact]
    public async Task The_rest_of_a_cycle_is_in_whole_days_or_in_seconds()
    {
        foreach ((var unit, var charged) in new[] { (ProrationUnit.WholeDays, 3333), (ProrationUnit.Seconds, 3250) })
        {
            using var shop = new Shop(new SubscriptionRules { ProrationUnit = unit });
            shop.Emulator.Clock.Advance(TimeSpan.FromHours(12));

            await shop.Change(Pro, "prorated_immediately");

            Assert.Equal([charged], shop.Charged);
        }
    }

    [Theory]
    [InlineData("difference_immediately", false, "2026-01-15", "2026-02-15")]
    [InlineData("prorated_immediately", false, "2026-01-15", "2026-02-15")]
    [InlineData("full_immediately", false, "2026-01-15", "2026-02-15")]
    [InlineData("do_not_bill", false, "2026-01-05", "2026-02-04")]
    [InlineData("difference_immediately", true, "2026-01-05", "2026-02-04")]
    [InlineData("full_immediately", true, "2026-01-15", "2026-02-15")]
    public async Task A_charging_change_begins_a_new_cycle(string mode, bool keep, string previous, string next)
    {
        using var shop = new Shop(new SubscriptionRules { KeepRenewalDate = keep });

        await shop.Change(Pro, mode);

        var subscription = await shop.Read();
        Assert.StartsWith(previous, subscription.Text("previous_billing_date"), StringComparison.Ordinal);
        Assert.StartsWith(next, subscription.Text("next_billing_date"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_month_may_be_thirty_days_by_option()
    {
        using var shop = new Shop(new SubscriptionRules { FixedDayCycles = true });

        await shop.Change(Pro);

        Assert.StartsWith("2026-02-14", (await shop.Read()).Text("next_billing_date"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_charge_below_the_minimum_is_raised_and_the_rest_becomes_credit()
    {
        using var shop = new Shop();
        shop.Emulator.PutProduct(
            "pdt_bit_more",
            new JsonObject
            {
                ["price"] = new JsonObject { ["type"] = "recurring_price", ["price"] = 3020 },
            }
        );

        var preview = await shop.Preview("pdt_bit_more");
        await shop.Change("pdt_bit_more");

        Assert.Equal(30, preview["immediate_charge"]!["summary"].Number("customer_credits"));
        Assert.Equal([50], shop.Charged);
        Assert.Equal([30L], shop.Credits);
        await shop.Renew();
        Assert.Equal([50, 2990], shop.Charged);
    }

    [Theory]
    // A free trial gives nothing back; a paid one what it cost, or the rest of that: 4 of 10 days have passed.
    [InlineData(null, "difference_immediately", 8000)]
    [InlineData(null, "prorated_immediately", 8000)]
    [InlineData(null, "full_immediately", 8000)]
    [InlineData(null, "do_not_bill", 0)]
    [InlineData(1000, "difference_immediately", 7000)]
    [InlineData(1000, "prorated_immediately", 7400)]
    public async Task A_change_in_a_trial_ends_it_and_charges_at_once(int? paid, string mode, int charged)
    {
        using var shop = new Shop();
        shop.Put(
            $$"""
            {
              "trial_period_days": 10, "trial_amount": {{paid?.ToString(
                System.Globalization.CultureInfo.InvariantCulture
            ) ?? "null"}},
              "created_at": "2026-01-11T09:00:00Z", "previous_billing_date": "2026-01-11T09:00:00Z",
                "next_billing_date": "2026-01-21T09:00:00Z"
            }
            """
        );

        await shop.Change(Pro, mode);

        Assert.Equal(charged == 0 ? [] : [charged], shop.Charged);
        var subscription = await shop.Read();
        Assert.Equal(0, subscription.Number("trial_period_days"));
        Assert.StartsWith(
            charged == 0 ? "2026-01-21" : "2026-02-15",
            subscription.Text("next_billing_date"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_preview_shows_what_is_given_back_with_a_negative_factor()
    {
        using var shop = new Shop();

        var lines = (
            await shop.Preview(
                Pro,
                "prorated_immediately",
                more: """ "addons": [{ "addon_id": "adn_demo_seat", "quantity": 2 }] """
            )
        )["immediate_charge"]!["line_items"]!.AsArray();

        Assert.Equal(
            ["subscription", "addon", "subscription"],
            lines.Select(line => line.Text("type")),
            StringComparer.Ordinal
        );
        Assert.Equal([2 / 3.0, 2 / 3.0, -2 / 3.0], lines.Select(line => line!["proration_factor"]!.GetValue<double>()));
        Assert.Equal([8000, 500, 3000], lines.Select(line => line.Number("unit_price")));
    }
}
