using System.Globalization;
using BenchmarkDotNet.Attributes;
using DodoUpsell.Offers;

namespace DodoUpsell.Benchmarks;

/// <summary>
/// Measures a decision about 200 rules once the facts are read: every rule is compared with them, and the only one that
/// applies is the last. It is the worst case, because no earlier rule ends the comparison.
/// </summary>
[MemoryDiagnoser]
public class DecisionBenchmarks
{
    private const int Rules = 200;

    private static readonly DateTimeOffset Now = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    private readonly OfferCatalogue _catalogue = new(Options());
    private readonly OfferFacts _facts = Facts();

    [GlobalSetup]
    public void Check()
    {
        if (Decide() is not (ResolvedSale.Change, Rules - 1))
            throw new InvalidOperationException("The last rule has to be the one that is offered.");
    }

    /// <summary>Compares all rules only.</summary>
    [Benchmark]
    public int Compare()
    {
        var reasons = 0;
        foreach (var rule in _catalogue.Rules)
            reasons += OfferRuleEvaluator.Evaluate(rule, _facts, _catalogue).Count;
        return reasons;
    }

    /// <summary>Compares all rules, keeps the reasons of each and resolves what is sold.</summary>
    [Benchmark]
    public (object? Sale, int Reasons) Decide()
    {
        var reasons = new List<OfferRuleReasons>(_catalogue.Rules.Count);
        ResolvedSale? sale = null;
        foreach (var rule in _catalogue.Rules)
        {
            var why = OfferRuleEvaluator.Evaluate(rule, _facts, _catalogue);
            if (!why.IsEmpty)
                reasons.Add(new(rule.Id, why));
            else
                sale ??= SaleResolver.Resolve(rule, _facts, _catalogue);
        }

        return (sale, reasons.Count);
    }

    private static OfferOptions Options()
    {
        var options = new OfferOptions { Families = { new("plans", [.. Enumerable.Range(0, 5).Select(Plan)]) } };
        for (var i = 1; i < Rules; i++)
            options.Rules.Add(Rule(i));
        options.Rules.Add(
            Rule(0) with
            {
                Priority = -1,
                When = new() { BoughtAnyOf = [Product(1)] },
            }
        );
        return options;
    }

    private static OfferRule Rule(int number) =>
        new()
        {
            Id = $"rule-{number.ToString(CultureInfo.InvariantCulture)}",
            Sale =
                number % 4 == 0
                    ? new OfferedSale.PlanChange { ProductId = Plan(1), From = [Plan(0)] }
                    : new OfferedSale.Products
                    {
                        Items = [new() { ProductId = number % 4 == 1 ? Plan(2) : Product(number), Quantity = 1 }],
                    },
            When = new()
            {
                BoughtAnyOf = [Product(number + 1000), Product(number + 2000), Product(number + 3000)],
                NoneOf = [Product(number + 4000), Product(number + 5000)],
                MinimumAmount = new(1000, Currency.USD),
                NoRefundFor = TimeSpan.FromDays(30),
                Countries = [new("DE"), new("US")],
                Audiences = ["customers"],
            },
            Cap = new(3, TimeSpan.FromDays(30)),
            Discounts = [new() { Code = "SAVE10", FirstTimeBuyersOnly = true }],
        };

    private static OfferFacts Facts() =>
        new()
        {
            Now = Now,
            Placement = OfferPlacement.PostPurchase,
            Known = OfferFact.All,
            Purchase = new()
            {
                At = Now.AddMinutes(-1),
                ProductIds = [Product(1), Product(2)],
                Amount = new(4900, Currency.USD),
            },
            Owned = Enumerable.Range(10_000, 20).Select(Product).ToHashSet(StringComparer.Ordinal),
            Subscriptions =
            [
                new()
                {
                    Id = "sub_1",
                    CustomerId = "cus_1",
                    ProductId = Plan(0),
                },
                new()
                {
                    Id = "sub_2",
                    CustomerId = "cus_1",
                    ProductId = Product(20_000),
                },
            ],
            Address = new() { Country = new("US") },
            Audiences = new Dictionary<string, bool>(StringComparer.Ordinal) { ["customers"] = true },
            Memory = OfferMemory.Of([.. Enumerable.Range(1, 10).Select(Declined)]),
        };

    private static OfferRecord Declined(int number) =>
        new()
        {
            Environment = DodoEnvironment.Test,
            Id = $"ofr_{number.ToString(CultureInfo.InvariantCulture)}",
            SubjectId = "customer:cus_1",
            CustomerId = "cus_1",
            RuleId = $"rule-{number.ToString(CultureInfo.InvariantCulture)}",
            Placement = OfferPlacement.PostPurchase,
            State = OfferState.Declined,
            MadeAt = Now.AddDays(-number),
            ExpiresAt = Now.AddDays(-number).AddMinutes(15),
            EndedAt = Now.AddDays(-number),
            Shown = new(1900, Currency.USD),
            Terms = "",
        };

    private static string Product(int number) => $"pdt_0Nlg{number.ToString("D16", CultureInfo.InvariantCulture)}";

    private static string Plan(int number) => $"pdt_0Plan{number.ToString("D15", CultureInfo.InvariantCulture)}";
}
