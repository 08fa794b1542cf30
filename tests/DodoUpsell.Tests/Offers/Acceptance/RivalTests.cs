using DodoUpsell.Emulator;
using DodoUpsell.Offers;
using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.Offers.Acceptance;

/// <summary>Two open offers of the same product are sold once.</summary>
public sealed class RivalTests
{
    [Fact]
    public async Task An_offer_of_what_was_bought_meanwhile_is_not_charged()
    {
        var shop = new OfferShop();
        var (first, second) = (await shop.OfferAsync(), await shop.OfferAsync(id: "ofr_2"));
        Assert.IsType<OfferOutcome.Succeeded>(await shop.AcceptAsync(first));

        var outcome = Assert.IsType<OfferOutcome.NotAvailable>(await shop.AcceptAsync(second));

        Assert.Equal(OfferUnavailableReason.AlreadyBought, outcome.Reason);
        Assert.Single(shop.Emulator.Charges);
        Assert.Equal(OfferState.Failed, (await shop.RecordAsync("ofr_2")).State);
        Assert.Null(await shop.ReceiptAsync("ofr_2"));
    }

    [Fact]
    public async Task While_the_same_is_being_paid_the_other_offer_stays_open_and_can_be_accepted_if_that_fails()
    {
        var shop = new OfferShop();
        var (first, second) = (
            await shop.OfferAsync(customerId: DemoSeed.CustomerWithoutCard, expiry: TimeSpan.FromDays(3)),
            await shop.OfferAsync(id: "ofr_2", customerId: DemoSeed.CustomerWithoutCard, expiry: TimeSpan.FromDays(3))
        );
        Assert.IsType<OfferOutcome.CheckoutRequired>(await shop.AcceptAsync(first));

        var refused = Assert.IsType<OfferOutcome.Refused>(await shop.AcceptAsync(second));
        Assert.True(refused.CanRetry);
        Assert.Equal(OfferState.Open, (await shop.RecordAsync("ofr_2")).State);

        await shop.PassAsync(TimeSpan.FromHours(27), TimeSpan.FromHours(1));
        Assert.Equal(OfferState.Failed, (await shop.RecordAsync()).State);
        Assert.IsType<OfferOutcome.CheckoutRequired>(await shop.AcceptAsync(second));
    }

    [Fact]
    public async Task Accepts_of_many_offers_at_the_same_moment_charge_once_at_most()
    {
        var shop = new OfferShop();
        var offers = new List<OfferRecord>();
        for (var i = 0; i < 8; i++)
            offers.Add(await shop.OfferAsync(id: $"ofr_{i}"));

        await Task.WhenAll(offers.Select(offer => Task.Run(() => shop.AcceptAsync(offer))));

        Assert.InRange(shop.Emulator.Charges.Count, 0, 1);
    }

    [Fact]
    public async Task Another_product_and_a_product_that_is_sold_again_are_charged()
    {
        var shop = new OfferShop(configure: options =>
            options.Rules[0] = OfferShop.RuleOf(OfferShop.Rule) with { OfferAgain = true }
        );
        Assert.IsType<OfferOutcome.Succeeded>(await shop.AcceptAsync(await shop.OfferAsync()));
        Assert.IsType<OfferOutcome.Succeeded>(await shop.AcceptAsync(await shop.OfferAsync(id: "ofr_2")));

        var strict = new OfferShop();
        Assert.IsType<OfferOutcome.Succeeded>(await strict.AcceptAsync(await strict.OfferAsync()));
        var course = await strict.OfferAsync(OfferShop.CartOf(DemoSeed.Course), "ofr_2");
        Assert.IsType<OfferOutcome.Succeeded>(await strict.AcceptAsync(course));
        Assert.Equal((2, 2), (shop.Emulator.Charges.Count, strict.Emulator.Charges.Count));
    }

    [Fact]
    public async Task Two_subscriptions_of_one_family_are_not_sold()
    {
        var shop = new OfferShop(configure: options =>
            options.Families.Add(new("plans", [DemoSeed.BasicPlan, DemoSeed.ProPlan]))
        );
        var basic = await shop.OfferAsync(OfferShop.CartOf(DemoSeed.BasicPlan));
        var pro = await shop.OfferAsync(OfferShop.CartOf(DemoSeed.ProPlan), "ofr_2");
        Assert.IsType<OfferOutcome.Succeeded>(await shop.AcceptAsync(basic));

        var outcome = Assert.IsType<OfferOutcome.NotAvailable>(await shop.AcceptAsync(pro));

        Assert.Equal(OfferUnavailableReason.AlreadyBought, outcome.Reason);
        Assert.Single(shop.Emulator.Charges);
    }
}
