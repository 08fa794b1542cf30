namespace DodoUpsell.Offers;

/// <summary>What must be read to decide the rules that the facts known so far do not exclude.</summary>
internal sealed class OfferNeeds
{
    private OfferNeeds() { }

    /// <summary>Gets the facts to read, or none if the decision is made already.</summary>
    public OfferFact Facts { get; private set; }

    /// <summary>Gets the audiences to ask.</summary>
    public HashSet<string> Audiences { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the subscriptions whose add-ons must be read.</summary>
    public HashSet<string> AddonsOf { get; } = new(StringComparer.Ordinal);

    public static OfferNeeds Of(OfferOccasion occasion, OfferFacts facts)
    {
        var needs = new OfferNeeds();
        foreach (var rule in occasion.Rules)
            needs.Add(rule, occasion, facts);
        return needs;
    }

    /// <summary>Gets whether every rule is decided.</summary>
    public bool IsEmpty => Facts == OfferFact.None;

    public bool Has(OfferFact fact) => (Facts & fact) != OfferFact.None;

    private void Add(OfferRule rule, OfferOccasion occasion, OfferFacts facts)
    {
        if (!IsPossible(rule, occasion, facts, out var needs))
            return;
        Facts |= needs | OfferFact.Payments;
        Audiences.UnionWith(rule.When.Audiences);

        // What a variant sells instead is decided after its assignment, with the same facts.
        foreach (var sale in rule.VariantChanges.Values.Select(change => change.Sale).Append(rule.Sale))
        {
            if (sale is null)
                continue;
            var match = SaleResolver.Match(rule with { Sale = sale }, facts, occasion.Catalogue);
            Facts |= match.Needs;
            if (sale is OfferedSale.Addon && match.Target is { Addons: null } target)
                AddonsOf.Add(target.Id);
            if (sale is OfferedSale.Products)
                Facts |= OfferFact.Address;
        }
    }

    private static bool IsPossible(OfferRule rule, OfferOccasion occasion, OfferFacts facts, out OfferFact needs)
    {
        var reasons = OfferRuleEvaluator.Evaluate(rule, facts, occasion.Catalogue, out needs);
        return occasion.IsExplained
            ? OfferRuleEvaluator.Scheduled(rule, facts).IsEmpty
            : reasons.Without(OfferReason.FactsUnknown).Without(OfferReason.AudienceUnknown).IsEmpty;
    }
}
