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
        Rules = [.. Options.Rules.OrderByDescending(rule => rule.Priority)];
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

    public OfferBreaker BreakerOf(OfferRule rule) => rule.Breaker ?? Options.Breaker;
}
