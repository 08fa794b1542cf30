using DodoUpsell.Emulator;
using DodoUpsell.Offers;

namespace DodoUpsell.Tests.Offers.Decisions;

public sealed class PlacementTests
{
    private static readonly OfferRule Rule = OfferShop.Ebook() with { Placement = "account", CoolOff = TimeSpan.Zero };

    [Fact]
    public async Task An_open_offer_is_found_again_and_an_expired_one_makes_room()
    {
        var shop = Shop(Rule);
        var first = (await shop.FindAtAsync()).Offer!;
        Assert.Equal(shop.Now.AddMinutes(15), first.ExpiresAt);
        Assert.Equal(first.Id, (await shop.FindAtAsync()).Offer?.Id);

        shop.Emulator.Clock.Advance(TimeSpan.FromMinutes(15));
        var second = (await shop.FindAtAsync()).Offer!;
        Assert.NotEqual(first.Id, second.Id);
        var expired = await shop.RecordAsync(first.Id);
        Assert.Equal((OfferState.Expired, null, shop.Now), (expired.State, expired.Slot, expired.EndedAt));
    }

    [Fact]
    public async Task Two_servers_at_once_make_one_offer()
    {
        var shop = Shop(Rule);
        var decisions = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => shop.FindAtAsync()));
        Assert.Single(decisions.Select(decision => decision.Offer!.Id).Distinct());
        Assert.Single(await shop.Store.ListAsync(DodoEnvironment.Test, $"customer:{OfferShop.Customer}"));
    }

    [Fact]
    public async Task While_an_offer_is_accepted_no_other_one_is_made()
    {
        var shop = Shop(Rule, Rule with { Id = "other" });
        var offer = (await shop.FindAtAsync()).Offer!;
        await shop.ChangeAsync(offer.Id, one => one with { State = OfferState.Accepting, AcceptedAt = shop.Now });
        var decision = await shop.FindAtAsync();
        Assert.Null(decision.Offer);
        Assert.Equal(2, decision.Rules.Count);
        Assert.All(decision.Rules, rule => Assert.Contains(OfferReason.ChargePending, rule.Reasons));
    }

    [Fact]
    public async Task The_address_of_the_last_payment_prices_the_offer()
    {
        var shop = new OfferShop(
            options => options.Rules.Add(Rule with { When = new() { Countries = [new("US")] } }),
            emulator: new()
            {
                Settlement = PaymentSettlement.Immediate,
                TaxPercent = 10,
                TaxedCountries = ["US"],
            }
        );
        await shop.BuyAsync();
        Assert.Equal(new Money(2090, Currency.USD), (await shop.FindAtAsync()).Offer?.Disclosure.DueNow);
    }

    [Fact]
    public async Task A_rule_ends_its_offer_no_later_than_itself()
    {
        var shop = Shop(Rule);
        shop.Configure(options => options.Rules[0] = Rule with { EndsAt = shop.Now.AddMinutes(5) });
        Assert.Equal(shop.Now.AddMinutes(5), (await shop.FindAtAsync()).Offer?.ExpiresAt);
    }

    [Fact]
    public async Task A_candidate_that_cannot_be_disclosed_makes_room_for_the_next()
    {
        var missing = new OfferedSale.Products { Items = [new() { ProductId = "pdt_unknown", Quantity = 1 }] };
        var shop = Shop(Rule with { Id = "broken", Sale = missing, Priority = 9 }, Rule, Rule with { Id = "last" });
        var decision = await shop.FindAtAsync();
        Assert.Equal("ebook", decision.Offer?.RuleId);
        Assert.Equal([OfferReason.RefusedByApi], OfferShop.ReasonsOf(decision, "broken"));
        Assert.Equal([OfferReason.LowerPriority], OfferShop.ReasonsOf(decision, "last"));
    }

    [Fact]
    public async Task A_paused_rule_is_not_offered_until_it_resumes()
    {
        var shop = Shop(Rule);
        await shop.Store.PauseAsync(
            new()
            {
                Environment = DodoEnvironment.Test,
                RuleId = "ebook",
                Reason = OfferPauseReason.Declines,
                Count = 10,
                Of = 20,
                PausedAt = shop.Now,
                ResumesAt = shop.Now.AddHours(1),
            }
        );
        Assert.Equal([OfferReason.Paused], OfferShop.ReasonsOf(await shop.FindAtAsync(), "ebook"));
        shop.Emulator.Clock.Advance(TimeSpan.FromHours(1));
        Assert.NotNull((await shop.FindAtAsync()).Offer);
    }

    private static OfferShop Shop(params OfferRule[] rules) =>
        new(options =>
        {
            foreach (var rule in rules)
                options.Rules.Add(rule);
        });
}
