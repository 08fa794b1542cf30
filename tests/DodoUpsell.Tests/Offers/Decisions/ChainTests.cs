using DodoUpsell.Offers;

namespace DodoUpsell.Tests.Offers.Decisions;

public sealed class ChainTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public async Task A_chain_of_offers_ends_at_its_limit(int limit)
    {
        var shop = new OfferShop(options =>
        {
            options.ChainLimit = limit;

            // A circle of rules without a cool-off would go on for ever.
            for (var i = 0; i < 3; i++)
                options.Rules.Add(
                    OfferShop.Ebook($"rule-{i}") with
                    {
                        DownsellRuleId = $"rule-{(i + 1) % 3}",
                        CoolOff = TimeSpan.Zero,
                        Placement = i == 0 ? OfferPlacement.PostPurchase : "nowhere",
                        OnlyAsDownsell = i > 0,
                    }
                );
        });
        var decision = await shop.FindAsync((await shop.BuyAsync()).PaymentId);
        var depth = 0;
        while (decision.Offer is { } offer)
        {
            var record = await shop.RecordAsync(offer.Id);
            Assert.Equal(++depth, record.Depth);
            Assert.Equal($"rule-{(depth - 1) % 3}", offer.RuleId);
            decision = await shop.DeclineAsync(offer.Id);
        }

        Assert.Equal(limit, depth);
        Assert.Equal(NoOfferReason.ChainEnded, decision.NoOffer);
    }

    [Fact]
    public async Task No_generated_chain_exceeds_its_limit()
    {
        var longest = 0;
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var shop = new OfferShop(options =>
            {
                options.ChainLimit = random.Next(1, 6);
                for (var i = 0; i < 6; i++)
                    options.Rules.Add(
                        OfferShop.Ebook($"rule-{i}") with
                        {
                            DownsellRuleId = random.Next(8) is var next && next < 6 ? $"rule-{next}" : null,
                            CoolOff = random.Next(2) == 0 ? TimeSpan.Zero : TimeSpan.FromDays(1),
                            Priority = random.Next(3),
                        }
                    );
            });
            var decision = await shop.FindAsync((await shop.BuyAsync()).PaymentId);
            var length = 0;
            while (decision.Offer is { } offer)
            {
                length++;
                decision = await shop.DeclineAsync(offer.Id);
            }

            Assert.InRange(length, 1, shop.Options.ChainLimit);
            longest = Math.Max(longest, length);
        }

        Assert.Equal(5, longest);
    }

    [Fact]
    public async Task A_downsell_is_bound_to_the_offer_before_it_and_made_once()
    {
        var shop = Chain();
        var purchase = await shop.BuyAsync();
        var first = (await shop.FindAsync(purchase.PaymentId)).Offer!;
        var downsell = (await shop.DeclineAsync(first.Id)).Offer!;
        Assert.Equal("second", downsell.RuleId);
        Assert.Equal(first.Id, downsell.ParentId);
        Assert.Equal(first.Placement, downsell.Placement);
        Assert.Equal(purchase.PaymentId, downsell.PurchaseId);
        Assert.Equal(first.ExpiresAt, downsell.ExpiresAt);

        var again = await shop.DeclineAsync(first.Id);
        Assert.Equal(downsell.Id, again.Offer?.Id);
        await shop.ChangeAsync(downsell.Id, offer => offer with { State = OfferState.Expired, EndedAt = shop.Now });
        Assert.Equal(NoOfferReason.AlreadyDecided, (await shop.DeclineAsync(first.Id)).NoOffer);
    }

    [Fact]
    public async Task There_is_no_downsell_after_the_purchase_was_refunded()
    {
        var shop = Chain();
        var purchase = await shop.BuyAsync();
        var first = (await shop.FindAsync(purchase.PaymentId)).Offer!;
        shop.Emulator.Refund(purchase.PaymentId);
        Assert.Equal(NoOfferReason.PurchaseNotPaid, (await shop.DeclineAsync(first.Id)).NoOffer);
    }

    [Fact]
    public async Task A_downsell_is_no_way_around_the_guards()
    {
        var shop = Chain();
        var first = (await shop.FindAsync((await shop.BuyAsync()).PaymentId)).Offer!;
        await shop.BuyAsync(Emulator.DemoSeed.Ebook);
        var decision = await shop.DeclineAsync(first.Id);
        Assert.Null(decision.Offer);
        Assert.Contains(OfferReason.AlreadyOwned, OfferShop.ReasonsOf(decision, "second"));
    }

    private static OfferShop Chain() =>
        new(options =>
        {
            options.Rules.Add(OfferShop.Ebook("first") with { DownsellRuleId = "second" });
            options.Rules.Add(OfferShop.Ebook("second") with { OnlyAsDownsell = true });
        });
}
