using System.Globalization;
using DodoUpsell.Offers;

namespace DodoUpsell.Tests.Offers.Decisions;

/// <summary>
/// What must hold for every rule and every subject, told in other words than the evaluator's and without its parts.
/// </summary>
public sealed class GeneratedDecisionTests
{
    private const int Cases = 100_000;

    [Fact]
    public void What_is_offered_breaks_no_promise()
    {
        var offered = 0;
        var broken = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var seed = 0; seed < Cases; seed++)
        {
            var one = new GeneratedCase(seed);
            foreach (var rule in one.Catalogue.Rules)
            {
                var reasons = OfferRuleEvaluator.Evaluate(rule, one.Facts, one.Catalogue);
                Assert.Equal(reasons, OfferRuleEvaluator.Evaluate(rule, one.Facts with { }, one.Catalogue));
                if (!reasons.IsEmpty)
                    continue;
                offered++;
                Check(rule, one, (happened, what) => _ = happened && broken.TryAdd(what, seed));
            }
        }

        Assert.True(
            broken.Count == 0,
            string.Join('\n', broken.Select(promise => $"A rule is offered {promise.Key}: seed {promise.Value}."))
        );

        // A generator that meets nothing would promise nothing.
        Assert.InRange(offered, Cases / 20, Cases * 2);
    }

    [Fact]
    public async Task Every_rule_is_explained_and_the_same_facts_decide_the_same()
    {
        var shop = new OfferShop();
        var offered = 0;
        for (var seed = 0; seed < Cases / 20; seed++)
        {
            var one = new GeneratedCase(seed);
            var decision = await DecideAsync(shop, one);
            var again = await DecideAsync(shop, one);
            Assert.Equal(decision.Offer?.RuleId, again.Offer?.RuleId);
            Assert.Equal(decision.Rules, again.Rules);

            Assert.All(decision.Rules, rule => Assert.False(rule.Reasons.IsEmpty));
            var explained = decision
                .Rules.Select(rule => rule.RuleId)
                .Concat([decision.Offer?.RuleId])
                .OfType<string>();
            Assert.Equal(one.Catalogue.Rules.Select(rule => rule.Id).Order(), explained.Order());
            var possible = one.Catalogue.Rules.FirstOrDefault(rule =>
                OfferRuleEvaluator.Evaluate(rule, one.Facts, one.Catalogue).IsEmpty
            );
            Assert.Equal(possible?.Id, decision.Offer?.RuleId);
            offered += decision.Offer is null ? 0 : 1;
        }

        Assert.InRange(offered, Cases / 400, Cases / 20);
    }

    private static Task<OfferDecision> DecideAsync(OfferShop shop, GeneratedCase one)
    {
        var maker = new OfferMaker(
            shop.Engine,
            (_, _, _) => Task.FromResult<(OfferTerms?, OfferReason?)>((DecidedOffers.Terms(["sold"], []), null))
        );
        var occasion = new OfferOccasion
        {
            Subject = new() { Id = "customer:cus", CustomerIds = ["cus"] },
            CustomerId = "cus",
            Placement = one.Facts.Placement,
            Now = one.Facts.Now,
            Catalogue = one.Catalogue,
            Rules = one.Catalogue.Rules,
        };
        return DecisionTime.LimitAsync(
            shop.Engine,
            "generated",
            time => maker.MakeAsync(occasion, one.Facts, new([], [], []), CultureInfo.InvariantCulture, time),
            TestContext.Current.CancellationToken
        );
    }

    private static void Check(OfferRule rule, GeneratedCase one, Action<bool, string> never)
    {
        var facts = one.Facts;
        var now = facts.Now;
        var ofRule = one.Offers.Where(offer => offer.RuleId == rule.Id).ToList();

        never(
            ofRule.Any(offer => offer.State == OfferState.Declined && offer.EndedAt + rule.CoolOff > now),
            "in a cool-off"
        );
        never(
            rule.Cap is { } cap
                && ofRule.Count(offer => cap.Period is null || offer.MadeAt + cap.Period > now) >= cap.Times,
            "above its cap"
        );
        never(!rule.Enabled || rule.StartsAt > now || now >= rule.EndsAt, "outside its dates");
        never(facts.Purchase is { } late && now - late.At >= rule.Expiry, "after its expiry");
        never(
            facts.IsChargePending || one.Offers.Any(offer => offer.State == OfferState.Accepting),
            "while a charge is pending"
        );
        never(facts.Paused.Contains(rule.Id), "while it is paused");
        never(!facts.IsDownsell && (rule.OnlyAsDownsell || rule.Placement != facts.Placement), "at the wrong place");
        never(facts.Unknown.HasFlag(OfferFact.Payments), "without knowing the payments");
        never(facts.Unknown.HasFlag(OfferFact.Subscriptions), "without knowing the subscriptions");
        never(
            rule.When.NoneOf.Any(id => facts.Owned.Contains(id) || facts.Purchase?.ProductIds.Contains(id) == true),
            "with what excludes it"
        );
        never(rule.When.NoDisputeFor is not null && facts.HasOpenDispute, "during a dispute");
        foreach (var discount in rule.Discounts)
        {
            var used =
                one.Offers.Count(offer =>
                    (offer.State is OfferState.Accepted or OfferState.Accepting)
                    && OfferTerms.Parse(offer.Terms).DiscountCodes.Contains(discount.Code)
                ) + (facts.Purchase?.Codes.Count(code => code == discount.Code) ?? 0);
            never(used > 0 || now >= discount.EndsAt, "with a code that is used up or over");
            never(discount.FirstTimeBuyersOnly && facts.PreviousPurchases > 0, "with a code for first-time buyers");
        }

        CheckSale(rule, one, never);
    }

    private static void CheckSale(OfferRule rule, GeneratedCase one, Action<bool, string> never)
    {
        var facts = one.Facts;
        string[] plans = ["basic", "pro", "team"];
        var live = facts.Subscriptions.Select(subscription => subscription.ProductId).ToList();
        var sale = SaleResolver.Resolve(rule, facts, one.Catalogue);
        if (sale is ResolvedSale.Cart cart)
        {
            foreach (var id in cart.Items.Select(item => item.ProductId))
            {
                never(!rule.OfferAgain && facts.Owned.Contains(id), "though it is owned");
                never(!rule.OfferAgain && facts.Unknown.HasFlag(OfferFact.Owned), "without knowing what is owned");
                never(live.Contains(id), "though there is a subscription of it");
                never(plans.Contains(id) && live.Any(plans.Contains), "beside another plan of the family");
            }

            return;
        }

        var request = Assert.IsType<ResolvedSale.Change>(sale).Request;
        var target = facts.Subscriptions.Single(subscription => subscription.Id == request.SubscriptionId);
        never(!target.IsChangeable, "though the plan cannot be changed");
        never(request.ProductId == target.ProductId, "though it is the plan they have");
        never(
            request.ProductId is { } to
                && plans.Contains(to)
                && live.Count(plans.Contains) > (plans.Contains(target.ProductId) ? 1 : 0),
            "beside another plan of the family"
        );
        never(rule.Sale is OfferedSale.Addon && target.Addons is not { } addons, "without knowing the other add-ons");
    }
}
