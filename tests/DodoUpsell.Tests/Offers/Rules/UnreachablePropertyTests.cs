using DodoUpsell.Offers;
using static DodoUpsell.Tests.Offers.Rules.Catalogues;

namespace DodoUpsell.Tests.Offers.Rules;

/// <summary>
/// No false alarms: for generated catalogues, a rule that is reported is the offer for none of many generated subjects.
/// </summary>
public sealed class UnreachablePropertyTests(ITestOutputHelper output)
{
    private const int Catalogues = 2_000;
    private const int FactsPerCatalogue = 60;

    private static readonly DateTimeOffset Now = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Ids = ["pdt_a", "pdt_b", "pdt_c"];
    private static readonly Currency[] Currencies = [new("USD"), new("EUR")];

    [Fact]
    public void A_reported_rule_is_never_the_offer()
    {
        var random = new Random(20261130);
        var reported = new Dictionary<OfferRuleWarningReason, int>();
        var offered = 0;
        for (var i = 0; i < Catalogues; i++)
        {
            var options = Generate(random);
            var catalogue = new OfferCatalogue(options);
            var warned = options.FindUnreachable(Now).ToDictionary(warning => warning.RuleId);
            foreach (var warning in warned.Values)
                reported[warning.Reason] = reported.GetValueOrDefault(warning.Reason) + 1;
            for (var j = 0; j < FactsPerCatalogue; j++)
            {
                var facts = Facts(random);
                if (Offer(catalogue, facts) is not { } rule)
                    continue;
                offered++;
                Assert.False(
                    warned.TryGetValue(rule.Id, out var wrong),
                    $"Catalogue {i}, facts {j}: rule {rule.Id} is offered, but: {wrong?.Explanation}"
                );
            }
        }

        output.WriteLine(
            $"{offered} offers; reported: {string.Join(", ", reported.Select(pair => $"{pair.Key} {pair.Value}"))}"
        );
        Assert.True(offered > 1_000);
        Assert.Equal(
            [OfferRuleWarningReason.ContradictoryConditions, OfferRuleWarningReason.Ended, OfferRuleWarningReason.Shadowed],
            reported.Where(pair => pair.Value > 100).Select(pair => pair.Key).Order()
        );
    }

    // Downsells are not generated: whether a chain leads to them is no matter of facts.
    private static OfferRule? Offer(OfferCatalogue catalogue, OfferFacts facts) =>
        catalogue.Rules.FirstOrDefault(rule => OfferRuleEvaluator.Evaluate(rule, facts, catalogue).IsEmpty);

    private static OfferOptions Generate(Random random)
    {
        List<OfferRule> rules = [];
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            rules.Add(
                rules.Count > 0 && Maybe(random, 2)
                    ? Similar(random, rules[random.Next(rules.Count)], $"r{i}")
                    : Rule(random, $"r{i}")
            );
        }

        var options = Of([.. rules]);
        options.Families.Add(new("plans", ["pdt_a", "pdt_b"]));
        return options;
    }

    // Differs in one thing, so that it often applies whenever the other one does, or the other way round.
    private static OfferRule Similar(Random random, OfferRule rule, string id)
    {
        var other = Rule(random, id);
        return random.Next(9) switch
        {
            0 => rule with { Id = id, Sale = other.Sale },
            1 => rule with { Id = id, Expiry = other.Expiry },
            2 => rule with { Id = id, OfferAgain = other.OfferAgain },
            3 => rule with { Id = id, Discounts = other.Discounts },
            4 => rule with { Id = id, EndsAt = other.EndsAt },
            5 => rule with { Id = id, When = rule.When with { BoughtAnyOf = other.When.BoughtAnyOf } },
            6 => rule with { Id = id, When = rule.When with { NoRefundFor = other.When.NoRefundFor } },
            7 => rule with { Id = id, When = rule.When with { Currencies = other.When.Currencies } },
            _ => rule with { Id = id, When = rule.When with { NoneOf = other.When.NoneOf } },
        };
    }

    private static OfferRule Rule(Random random, string id) =>
        new()
        {
            Id = id,
            Sale = random.Next(4) switch
            {
                0 => new OfferedSale.PlanChange { ProductId = "pdt_a" },
                1 => new OfferedSale.Addon { AddonId = "adn_1", For = [Ids[random.Next(3)]] },
                _ => Selling(Ids[random.Next(3)]),
            },
            When = new()
            {
                BoughtAnyOf = Some(random, Ids),
                BoughtAllOf = Some(random, Ids),
                NoneOf = Some(random, Ids),
                MinimumAmount = Maybe(random, 5) ? new Money(random.Next(3), Currencies[random.Next(2)]) : null,
                FirstPurchase = Maybe(random, 4) ? Maybe(random, 2) : null,
                NoRefundFor = Maybe(random, 4) ? TimeSpan.FromDays(random.Next(1, 4)) : null,
                NoDisputeFor = Maybe(random, 2) ? TimeSpan.FromDays(random.Next(1, 4)) : null,
                Currencies = Some(random, Currencies),
                Countries = Maybe(random, 4) ? [new("DE")] : [],
                Audiences = Maybe(random, 6) ? ["vip"] : [],
            },
            Placement = Maybe(random, 4) ? "account" : OfferPlacement.PostPurchase,
            Priority = random.Next(2),
            Expiry = TimeSpan.FromMinutes(random.Next(1, 3)),
            OfferAgain = Maybe(random, 2),
            StartsAt = Maybe(random, 8) ? Now.AddDays(-2) : null,
            EndsAt = Maybe(random, 8) ? Now.AddDays(random.Next(2) - 0.5) : null,
            Discounts = Maybe(random, 4)
                ? [new() { Code = "TEN", FirstTimeBuyersOnly = Maybe(random, 2), EndsAt = Maybe(random, 3) ? Now : null }]
                : [],
        };

    private static OfferFacts Facts(Random random)
    {
        var hasPurchase = Maybe(random, 2);
        return new()
        {
            Now = Now,
            Placement = hasPurchase ? OfferPlacement.PostPurchase : "account",
            Known = Maybe(random, 6) ? (OfferFact)random.Next((int)OfferFact.All + 1) : OfferFact.All,
            Purchase = hasPurchase
                ? new()
                {
                    At = Now.AddSeconds(-random.Next(150)),
                    ProductIds = Some(random, Ids),
                    Amount = new Money(random.Next(4), Currencies[random.Next(2)]),
                }
                : null,
            Owned = Some(random, Ids).ToHashSet(StringComparer.Ordinal),
            Subscriptions = Maybe(random, 2)
                ?
                [
                    new()
                    {
                        Id = "sub_1",
                        CustomerId = "cus_1",
                        ProductId = Ids[random.Next(3)],
                        Addons = [],
                    },
                ]
                : [],
            PreviousPurchases = random.Next(2),
            LastRefundAt = Maybe(random, 3) ? Now.AddDays(-random.Next(4)) : null,
            LastDisputeAt = Maybe(random, 3) ? Now.AddDays(-random.Next(4)) : null,
            Address = new() { Country = new(Maybe(random, 2) ? "DE" : "US") },
            Audiences = new Dictionary<string, bool>(StringComparer.Ordinal) { ["vip"] = Maybe(random, 2) },
        };
    }

    private static IReadOnlyList<T> Some<T>(Random random, T[] all) =>
        Maybe(random, 2) ? [.. all.Where(_ => random.Next(3) > 0)] : [];

    private static bool Maybe(Random random, int oneIn) => random.Next(oneIn) == 0;
}
