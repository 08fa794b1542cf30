using DodoUpsell.Offers;
using static DodoUpsell.OfferRuleWarningReason;
using static DodoUpsell.Tests.Offers.Rules.Catalogues;

namespace DodoUpsell.Tests.Offers.Rules;

/// <summary>Rules that are never offered are reported, and others are not.</summary>
public sealed class UnreachableRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, OfferRuleWarningReason, OfferOptions> Unreachable =>
        new()
        {
            { "is in BoughtAllOf and in NoneOf", ContradictoryConditions, With(when => when with { BoughtAllOf = ["a"], NoneOf = ["a"] }) },
            { "Every product of BoughtAnyOf", ContradictoryConditions, With(when => when with { BoughtAnyOf = ["a", "b"], NoneOf = ["b", "a"] }) },
            {
                "The amounts are in USD",
                ContradictoryConditions,
                With(when => when with { MinimumAmount = new Money(1, new("USD")), Currencies = [new("EUR")] })
            },
            {
                "FirstPurchase is false",
                ContradictoryConditions,
                Of(
                    Rule("last") with
                    {
                        When = new() { FirstPurchase = false },
                        Discounts = [new() { Code = "NEW", FirstTimeBuyersOnly = true }],
                    }
                )
            },
            {
                "Every plan that the offer could change",
                ContradictoryConditions,
                Of(
                    Rule("last") with
                    {
                        Sale = new OfferedSale.PlanChange { ProductId = "pro", From = ["basic"] },
                        When = new() { NoneOf = ["basic"] },
                    }
                )
            },
            {
                "MinimumAmount needs a purchase",
                ContradictoryConditions,
                Of(Rule("last") with { Placement = "account", When = new() { MinimumAmount = new Money(1, new("USD")) } })
            },
            { "The rule ended at 2026-06-01", Ended, Of(Rule("last") with { EndsAt = Now }) },
            {
                "A discount of the rule ended",
                Ended,
                Of(Rule("last") with { Discounts = [new() { Code = "OLD", EndsAt = Now.AddDays(-1) }] })
            },
            { "no rule that is offered leads to it", NeverNamed, Of(Rule("last") with { OnlyAsDownsell = true }) },
            { "would be offer 4 in a row, but ChainLimit is 3", BeyondChainLimit, Chain(4) },
            { "Rule 'first' comes first", Shadowed, Of(Rule("first"), Rule("last") with { When = new() { BoughtAnyOf = ["a"] } }) },
            { "Rule 'first' comes first", Shadowed, Of(Rule("last"), Rule("first") with { Priority = 1 }) },
        };

    public static TheoryData<string, OfferOptions> Reachable =>
        new()
        {
            { "a product of BoughtAnyOf is not excluded", With(when => when with { BoughtAnyOf = ["a", "b"], NoneOf = ["a"] }) },
            { "off on purpose", Of(Rule("last") with { Enabled = false, EndsAt = Now }) },
            { "starts later", Of(Rule("last") with { StartsAt = Now.AddDays(1) }) },
            { "the chain is as long as the limit", Chain(3) },
            {
                "a downsell that is near for another rule",
                Of([.. Chain(4).Rules, Rule("short", "pdt_video") with { DownsellRuleId = "last", When = new() { BoughtAnyOf = ["x"] } }])
            },
            { "sells something else", Of(Rule("first"), Rule("last", "pdt_video")) },
            { "has a smaller discount", Of(Rule("first") with { Discounts = [new() { Code = "A" }] }, Rule("last")) },
            { "applies to more purchases", Of(Rule("first") with { When = new() { BoughtAnyOf = ["a"] } }, Rule("last")) },
            { "applies longer", Of(Rule("first") with { EndsAt = Now.AddDays(1) }, Rule("last")) },
            { "is of another placement", Of(Rule("first"), Rule("last") with { Placement = "account" }) },
            { "the first is disabled", Of(Rule("first") with { Enabled = false }, Rule("last")) },
            { "is a downsell of the first", Of(Rule("first") with { DownsellRuleId = "last" }, Rule("last")) },
            { "can be offered later after the purchase", Of(Rule("first"), Rule("last") with { Expiry = TimeSpan.FromDays(1) }) },
            {
                "the first is not for those who had a refund",
                Of(Rule("first") with { When = new() { NoRefundFor = TimeSpan.FromDays(9) } }, Rule("last"))
            },
            {
                "a condition of a purchase is met by the purchase before the declined offer",
                Of(
                    Rule("first", "pdt_video") with { DownsellRuleId = "last" },
                    Rule("last") with { Placement = "account", When = new() { FirstPurchase = true } }
                )
            },
        };

    [Theory]
    [MemberData(nameof(Unreachable))]
    public void What_is_never_offered_is_reported(string explanation, OfferRuleWarningReason reason, OfferOptions options)
    {
        var warning = Assert.Single(options.FindUnreachable(Now));

        Assert.Equal(("last", reason), (warning.RuleId, warning.Reason));
        Assert.Contains(explanation, warning.Explanation, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Reachable))]
    public void What_is_offered_is_not_reported(string why, OfferOptions options) =>
        Assert.True(options.FindUnreachable(Now) is [], why);

    [Fact]
    public void Invalid_options_are_refused() =>
        Assert.Throws<ArgumentException>(() => Of(Rule("a"), Rule("a")).FindUnreachable(Now));

    private static OfferOptions With(Func<OfferTrigger, OfferTrigger> change) =>
        Of(Rule("last") with { When = change(new()) });

    // first, then downsells, of which the last one is "last".
    private static OfferOptions Chain(int length) =>
        Of(
            [
                .. Enumerable
                    .Range(1, length)
                    .Select(i =>
                        Rule(i == length ? "last" : $"r{i}") with
                        {
                            OnlyAsDownsell = i > 1,
                            DownsellRuleId = i == length ? null
                                : i == length - 1 ? "last"
                                : $"r{i + 1}",
                        }
                    ),
            ]
        );
}
