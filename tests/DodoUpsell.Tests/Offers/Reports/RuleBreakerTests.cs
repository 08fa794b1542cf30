using DodoUpsell.Offers.Breaking;

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
}
