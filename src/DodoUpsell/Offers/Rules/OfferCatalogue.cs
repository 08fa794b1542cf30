using DodoUpsell.Diagnostics;
using Microsoft.Extensions.Logging;

namespace DodoUpsell.Offers;

/// <summary>
/// An immutable, validated form of <see cref="OfferOptions"/>: the rules in the order in which they are tried, and the
/// product families.
/// </summary>
internal sealed class OfferCatalogue
{
    private readonly Dictionary<string, OfferRule> _byId;
    private readonly Dictionary<string, OfferFamily> _families;

    public OfferCatalogue(OfferOptions options)
    {
        Options = options.Copy();
        Rules = [.. InOrder(Options.Rules)];
        _byId = Rules.ToDictionary(rule => rule.Id, StringComparer.Ordinal);
        _families = Options
            .Families.SelectMany(family => family.ProductIds.Select(id => (id, family)))
            .ToDictionary(pair => pair.id, pair => pair.family, StringComparer.Ordinal);
    }

    public OfferOptions Options { get; }

    /// <summary>Gets the rules in the order in which they are tried.</summary>
    public IReadOnlyList<OfferRule> Rules { get; }

    public OfferRule? Find(string ruleId) => _byId.GetValueOrDefault(ruleId);

    /// <summary>Returns the family of a product, or null if it belongs to none.</summary>
    public OfferFamily? FamilyOf(string productId) => _families.GetValueOrDefault(productId);

    /// <summary>Returns rules in the order in which they are tried.</summary>
    public static IEnumerable<OfferRule> InOrder(IEnumerable<OfferRule> rules) =>
        rules.OrderByDescending(rule => rule.Priority);

    /// <summary>Logs each rule that is never offered, or only while another one is not.</summary>
    public void LogWarnings(DateTimeOffset now, ILogger log)
    {
        foreach (var warning in UnreachableRules.Find(Options, now))
            Log.RuleUnreachable(log, warning.RuleId, warning.Reason, warning.Explanation);
    }

    public OfferBreaker BreakerOf(OfferRule rule) => rule.Breaker ?? Options.Breaker;
}
