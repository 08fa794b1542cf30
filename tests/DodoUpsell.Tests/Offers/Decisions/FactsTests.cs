using System.Net;
using DodoUpsell.Emulator;
using DodoUpsell.Offers;

namespace DodoUpsell.Tests.Offers.Decisions;

/// <summary>What is read of a subject, how often, and what missing or late answers mean.</summary>
public sealed class FactsTests
{
    private static readonly OfferRule ReplacePlan = OfferShop.Ebook("plan") with
    {
        Sale = new OfferedSale.Products { Items = [new() { ProductId = DemoSeed.ProPlan, Quantity = 1 }] },
    };

    [Fact]
    public async Task What_was_bought_before_is_not_offered_and_each_payment_is_read_once()
    {
        var shop = Shop(OfferShop.Ebook());
        var first = await shop.BuyAsync(DemoSeed.Ebook);
        Assert.Contains(OfferReason.AlreadyOwned, await ReasonsAsync(shop));
        shop.Forget();
        Assert.Contains(OfferReason.AlreadyOwned, await ReasonsAsync(shop));
        Assert.DoesNotContain($"GET /payments/{first.PaymentId}", shop.Requests);
    }

    [Fact]
    public async Task What_was_refunded_in_full_is_offered_again()
    {
        var shop = Shop(OfferShop.Ebook());
        var first = await shop.BuyAsync(DemoSeed.Ebook);
        shop.Emulator.Refund(first.PaymentId);
        Assert.Empty(await ReasonsAsync(shop));
    }

    [Fact]
    public async Task A_one_time_product_in_the_cart_of_a_subscription_is_owned()
    {
        var shop = Shop(OfferShop.Ebook());
        await shop.BuyAsync(DemoSeed.ProPlan, DemoSeed.CustomerWithoutCard, null, DemoSeed.Ebook);
        var purchase = await shop.BuyAsync(DemoSeed.Course, DemoSeed.CustomerWithoutCard);
        Assert.Contains(
            OfferReason.AlreadyOwned,
            OfferShop.ReasonsOf(await shop.FindAsync(purchase.PaymentId), "ebook")
        );
    }

    [Fact]
    public async Task Only_what_rules_need_is_read()
    {
        var shop = Shop(
            OfferShop.Ebook() with
            {
                OfferAgain = true,
                When = new() { NoDisputeFor = null },
            },
            OfferShop.Ebook("elsewhere") with
            {
                Placement = "account",
                When = new() { NoRefundFor = TimeSpan.FromDays(1) },
            },
            OfferShop.Ebook("other") with
            {
                When = new() { BoughtAnyOf = ["pdt_other"], NoRefundFor = TimeSpan.FromDays(1) },
            }
        );
        var earlier = await shop.BuyAsync();
        var purchase = await shop.BuyAsync();
        shop.Forget();
        Assert.NotNull((await shop.FindAsync(purchase.PaymentId)).Offer);
        Assert.Contains($"GET /payments/{purchase.PaymentId}", shop.Requests);
        Assert.Contains("GET /subscriptions", shop.Requests);
        Assert.DoesNotContain($"GET /payments/{earlier.PaymentId}", shop.Requests);
        Assert.DoesNotContain("GET /refunds", shop.Requests);
    }

    [Fact]
    public async Task Without_a_rule_in_use_nothing_is_read()
    {
        var shop = Shop(OfferShop.Ebook() with { Enabled = false });
        var purchase = await shop.BuyAsync();
        shop.Forget();
        var decision = await shop.FindAsync(purchase.PaymentId);
        Assert.Equal(OfferReason.Disabled, Assert.Single(OfferShop.ReasonsOf(decision, "ebook")));
        Assert.Empty(shop.Requests);
    }

    [Fact]
    public async Task An_accepted_offer_counts_though_no_list_shows_it()
    {
        var shop = Shop(OfferShop.Ebook());
        var first = (await shop.FindAsync((await shop.BuyAsync()).PaymentId)).Offer!;
        await shop.ChangeAsync(
            first.Id,
            offer => offer with { State = OfferState.Accepted, PaymentId = "pay_unlisted", EndedAt = shop.Now }
        );
        shop.Emulator.ListingLag = TimeSpan.FromMinutes(30);
        Assert.Contains(OfferReason.AlreadyOwned, await ReasonsAsync(shop));
    }

    [Fact]
    public async Task A_plan_that_was_just_bought_is_changed_though_no_list_shows_it()
    {
        var shop = Shop(ReplacePlan);
        shop.Configure(options => options.Families.Add(new("plans", [DemoSeed.BasicPlan, DemoSeed.ProPlan])));
        shop.Emulator.ListingLag = TimeSpan.FromMinutes(30);
        var purchase = await shop.BuyAsync(DemoSeed.BasicPlan, DemoSeed.CustomerWithoutCard);
        var offer = (await shop.FindAsync(purchase.PaymentId)).Offer!;
        var change = Assert.IsType<OfferedSale.PlanChange>(offer.Sale);
        Assert.Equal((DemoSeed.ProPlan, DemoSeed.BasicPlan), (change.ProductId, Assert.Single(change.From)));
        Assert.Equal(new Money(5000, Currency.USD), offer.Disclosure.DueNow);
    }

    [Fact]
    public async Task A_subscription_that_an_offer_just_started_is_read_by_its_id()
    {
        var shop = Shop(ReplacePlan with { Id = "ebook" });
        var first = (
            await shop.FindAsync((await shop.BuyAsync(customerId: DemoSeed.CustomerWithoutCard)).PaymentId)
        ).Offer!;
        shop.Emulator.ListingLag = TimeSpan.FromMinutes(30);
        var started = await shop.BuyAsync(DemoSeed.ProPlan, DemoSeed.CustomerWithoutCard);
        await shop.ChangeAsync(
            first.Id,
            offer =>
                offer with
                {
                    State = OfferState.Accepted,
                    SubscriptionId = started.SubscriptionId,
                    EndedAt = shop.Now,
                }
        );
        var purchase = await shop.BuyAsync(customerId: DemoSeed.CustomerWithoutCard);
        Assert.Contains(
            OfferReason.AlreadyOwned,
            OfferShop.ReasonsOf(await shop.FindAsync(purchase.PaymentId), "ebook")
        );
    }

    [Fact]
    public async Task A_dispute_counts_by_its_own_time()
    {
        var shop = Shop(OfferShop.Ebook() with { When = new() { NoDisputeFor = TimeSpan.FromDays(10) } });
        var disputed = await shop.BuyAsync(DemoSeed.Course);
        var dispute = shop.Emulator.OpenDispute(disputed.PaymentId)["dispute_id"]!.GetValue<string>();
        Assert.Contains(OfferReason.Disputed, await ReasonsAsync(shop));
        shop.Emulator.UpdateDispute(dispute, EmulatedDisputeStatus.Won);
        Assert.Contains(OfferReason.Disputed, await ReasonsAsync(shop));
        shop.Emulator.Clock.Advance(TimeSpan.FromDays(11));
        Assert.Empty(await ReasonsAsync(shop));
    }

    [Fact]
    public async Task A_dispute_that_only_the_list_shows_is_unknown()
    {
        var shop = Shop([OfferShop.Ebook()], between: new RewrittenAnswers("\"disputes\"", "\"quarrels\""));
        shop.Emulator.OpenDispute((await shop.BuyAsync(DemoSeed.Course)).PaymentId);
        Assert.Contains(OfferReason.FactsUnknown, await ReasonsAsync(shop));
    }

    [Fact]
    public async Task A_refund_counts_by_its_own_time_and_at_once_if_it_is_not_listed_yet()
    {
        var rule = OfferShop.Ebook() with { When = new() { NoRefundFor = TimeSpan.FromDays(10) } };
        var shop = Shop(
            [rule],
            between: new RewrittenAnswers("\"payment_id\":\"", "\"payment_id\":\"other_", "/refunds")
        );
        shop.Emulator.Refund((await shop.BuyAsync(DemoSeed.Course)).PaymentId);
        shop.Emulator.Clock.Advance(TimeSpan.FromDays(11));
        Assert.Contains(OfferReason.RecentRefund, await ReasonsAsync(shop));

        shop = Shop(rule);
        shop.Emulator.Refund((await shop.BuyAsync(DemoSeed.Course)).PaymentId);
        Assert.Contains(OfferReason.RecentRefund, await ReasonsAsync(shop));
        shop.Emulator.Clock.Advance(TimeSpan.FromDays(11));
        Assert.Empty(await ReasonsAsync(shop));
    }

    [Theory]
    [InlineData("GET", "/subscriptions")]
    [InlineData("GET", "/refunds")]
    public async Task A_list_that_cannot_be_read_stops_only_the_rules_that_need_it(string method, string path)
    {
        var shop = Shop(
            OfferShop.Ebook() with
            {
                When = new() { NoRefundFor = TimeSpan.FromDays(1), NoneOf = ["pdt_other"] },
                Priority = 1,
            }
        );
        var purchase = await shop.BuyAsync();
        shop.Emulator.AddFault(
            new EmulatedFault(EmulatedFaultKind.Status)
            {
                Method = method,
                Path = path,
                Status = HttpStatusCode.Forbidden,
            }
        );
        var decision = await shop.FindAsync(purchase.PaymentId);
        Assert.Equal(OfferReason.FactsUnknown, Assert.Single(OfferShop.ReasonsOf(decision, "ebook")));
        Assert.Contains(1411, shop.Log.Lines.Select(line => line.Id));
    }

    [Theory]
    [InlineData("\"status\":\"succeeded\"", "\"status\":null", OfferReason.ChargePending)]
    [InlineData("\"status\":\"succeeded\"", "\"status\":\"processing\"", OfferReason.ChargePending)]
    [InlineData("\"status\":\"succeeded\"", "\"status\":\"requires_customer_action\"", OfferReason.ChargePending)]
    [InlineData("\"created_at\"", "\"made_at\"", OfferReason.FactsUnknown)]
    public async Task A_payment_that_may_be_under_way_stops_every_rule(string text, string by, OfferReason expected)
    {
        var shop = Shop([OfferShop.Ebook()], between: new RewrittenAnswers(text, by, "/payments"));
        await shop.BuyAsync(DemoSeed.Course);
        Assert.Contains(expected, await ReasonsAsync(shop));
    }

    [Theory]
    [InlineData(23, OfferReason.ChargePending)]
    [InlineData(33, null)]
    public async Task A_page_that_was_left_long_ago_stops_no_rule(int hours, OfferReason? expected)
    {
        var waiting = new RewrittenAnswers(
            "\"status\":\"succeeded\"",
            "\"status\":\"requires_payment_method\"",
            "/payments"
        );
        var shop = Shop([OfferShop.Ebook()], between: waiting);
        await shop.BuyAsync();
        shop.Emulator.Clock.Advance(TimeSpan.FromHours(hours));
        Assert.Equal(expected is { } reason ? [reason] : [], await ReasonsAsync(shop));
    }

    [Theory]
    [InlineData(true, true, null)]
    [InlineData(true, false, OfferReason.NotInAudience)]
    [InlineData(true, null, OfferReason.AudienceUnknown)]
    [InlineData(false, true, OfferReason.AudienceUnknown)]
    public async Task An_audience_decides_and_one_that_fails_does_not(
        bool isRegistered,
        bool? answer,
        OfferReason? expected
    )
    {
        var audience = new GivenAudience(
            isRegistered ? "vip" : "other",
            _ => answer is { } contains ? new(contains) : throw new InvalidOperationException("The audience failed.")
        );
        var shop = Shop([OfferShop.Ebook() with { When = new() { Audiences = ["vip"] } }], audiences: [audience]);
        var reasons = await ReasonsAsync(shop);
        Assert.Equal(expected is { } reason ? [reason] : [], reasons);
        Assert.DoesNotContain(
            shop.Log.Lines,
            line => line.Text.Contains("The audience failed", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task An_earlier_offer_shows_a_purchase_that_no_list_shows()
    {
        var shop = Shop(
            OfferShop.Ebook() with
            {
                CoolOff = TimeSpan.Zero,
                When = new() { FirstPurchase = true },
            }
        );
        shop.Emulator.ListingLag = TimeSpan.FromMinutes(30);
        Assert.Empty(await ReasonsAsync(shop));
        Assert.Contains(OfferReason.NotFirstPurchase, await ReasonsAsync(shop));
    }

    [Fact]
    public async Task The_add_ons_of_the_plan_are_read_before_one_is_offered()
    {
        var rule = new OfferRule
        {
            Id = "ebook",
            Placement = "account",
            Sale = new OfferedSale.Addon
            {
                AddonId = DemoSeed.SeatAddon,
                For = [DemoSeed.BasicPlan],
                Quantity = 5,
            },
        };
        var shop = Shop(rule);
        var offer = (await shop.FindAtAsync()).Offer!;
        Assert.IsType<OfferedSale.Addon>(offer.Sale);
        Assert.Contains($"GET /subscriptions/{DemoSeed.BasicSubscription}", shop.Requests);
    }

    private static OfferShop Shop(params OfferRule[] rules) => Shop(rules, between: null);

    private static OfferShop Shop(
        OfferRule[] rules,
        DelegatingHandler? between = null,
        IReadOnlyList<IOfferAudience>? audiences = null
    ) =>
        new(
            options =>
            {
                foreach (var rule in rules)
                    options.Rules.Add(rule);
            },
            between: between,
            audiences: audiences
        );

    // The reasons after a new purchase, or none if the rule was offered.
    private static async Task<OfferReasons> ReasonsAsync(OfferShop shop)
    {
        var decision = await shop.FindAsync((await shop.BuyAsync()).PaymentId);
        Assert.Null(decision.NoOffer);
        return decision.Offer is null ? OfferShop.ReasonsOf(decision, "ebook") : default;
    }
}
