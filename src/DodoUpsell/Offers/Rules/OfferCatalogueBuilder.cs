namespace DodoUpsell;

/// <summary>Adds offers to the catalogue in code. Obtain it from <c>AddOffers</c>.</summary>
public sealed class OfferCatalogueBuilder
{
    internal OfferCatalogueBuilder(OfferOptions options) => Options = options;

    /// <summary>Gets the options that are built, for limits, cultures and texts.</summary>
    public OfferOptions Options { get; }

    /// <summary>Adds a rule that is built by a delegate.</summary>
    /// <param name="id">The id of the rule.</param>
    /// <param name="build">Builds the rule.</param>
    public OfferCatalogueBuilder Rule(string id, Action<OfferRuleBuilder> build)
    {
        ArgumentNullException.ThrowIfNull(build);
        var rule = new OfferRuleBuilder(id);
        build(rule);
        return Rule(rule);
    }

    /// <summary>Adds a rule.</summary>
    /// <param name="rule">The rule.</param>
    public OfferCatalogueBuilder Rule(OfferRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        Options.Rules.Add(rule);
        return this;
    }

    /// <summary>Adds a family of products, of which a subject has at most one subscription.</summary>
    /// <param name="name">The name of the family.</param>
    /// <param name="productIds">The ids of the subscription products.</param>
    public OfferCatalogueBuilder Family(string name, params string[] productIds)
    {
        Options.Families.Add(new(name, productIds));
        return this;
    }

    private OfferCatalogueBuilder Rule(OfferRuleBuilder built)
    {
        Rule(built.Rule);
        foreach (var downsell in built.Downsells)
            Rule(downsell);
        return this;
    }
}
