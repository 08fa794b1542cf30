using DodoUpsell.Offers;
using DodoUpsell.Offers.Breaking;
using DodoUpsell.Tests.Offers.Decisions;

namespace DodoUpsell.Tests.Offers.Reports;

/// <summary>A rule pauses itself above its limits, not at them, and not on a handful of offers.</summary>
public sealed class RuleBreakerTests
{
    private static readonly OfferBreaker Limits = new()
    {
        MinimumCount = 10,
        MaxDeclined = 0.5,
        MaxErrors = 0.2,
        MaxDisputed = 0.1,
    };

    [Theory]
    [InlineData(5, 5, 0, null)]
    [InlineData(4, 6, 0, OfferPauseReason.Declines)]
    [InlineData(0, 9, 0, null)]
    [InlineData(8, 0, 2, null)]
    [InlineData(7, 0, 3, OfferPauseReason.Errors)]
    [InlineData(0, 0, 0, null)]
    public void Declines_and_errors(int accepted, int declined, int refused, OfferPauseReason? expected) =>
        Assert.Equal(expected, RuleBreaker.ExceededBy(Limits, new(accepted, declined, refused, 0), default)?.Reason);

    [Theory]
    [InlineData(10, 1, null)]
    [InlineData(10, 2, OfferPauseReason.Disputes)]
    [InlineData(9, 9, null)]
    public void Disputes_are_a_share_of_the_paid_offers(int accepted, int disputed, OfferPauseReason? expected) =>
        Assert.Equal(expected, RuleBreaker.ExceededBy(Limits, default, new(accepted, 0, 0, disputed))?.Reason);

    [Fact]
    public void The_numbers_are_told() =>
        Assert.Equal((OfferPauseReason.Declines, 8, 12), RuleBreaker.ExceededBy(Limits, new(3, 8, 1, 0), default));

    [Theory]
    [InlineData(true)] // by the seller
    [InlineData(false)] // by time
    public async Task What_happened_before_a_rule_was_resumed_does_not_pause_it_again(bool isResumed)
    {
        var shop = new OfferShop(options =>
        {
            options.Rules.Add(OfferShop.Ebook());
            options.Breaker = Limits with { PauseFor = TimeSpan.FromHours(1) };
        });
        await DeclineAsync(shop, 10);
        Assert.True(await IsPausedAsync(shop));

        shop.Emulator.Clock.Advance(TimeSpan.FromMinutes(10));
        if (isResumed)
            Assert.True(await shop.Flow.ResumeRuleAsync("ebook", TestContext.Current.CancellationToken));
        else
            shop.Emulator.Clock.Advance(TimeSpan.FromMinutes(50));
        Assert.False(await IsPausedAsync(shop));
        Assert.False(await shop.Flow.ResumeRuleAsync("ebook", TestContext.Current.CancellationToken));

        await DeclineAsync(shop, 9);
        Assert.False(await IsPausedAsync(shop));
        await DeclineAsync(shop, 1);
        Assert.True(await IsPausedAsync(shop));
    }

    // Offers whose payments were declined at this moment, and the check that follows each of them.
    private static async Task DeclineAsync(OfferShop shop, int count)
    {
        for (var i = 0; i < count; i++)
        {
            await shop.Store.AddAsync(
                TheOffer.Made($"ofr_{Guid.NewGuid():N}", OfferState.Failed, "ebook", at: shop.Now) with
                {
                    AcceptedAt = shop.Now,
                    EndedAt = shop.Now,
                    Failure = OfferFailure.Declined,
                },
                TestContext.Current.CancellationToken
            );
            await new RuleBreaker(shop.Engine).CheckAsync("ebook", TestContext.Current.CancellationToken);
        }
    }

    private static async Task<bool> IsPausedAsync(OfferShop shop)
    {
        var pauses = await shop.Store.ListPausesAsync(DodoEnvironment.Test, TestContext.Current.CancellationToken);
        return pauses.Any(pause => !(pause.ResumesAt <= shop.Now));
    }
}
