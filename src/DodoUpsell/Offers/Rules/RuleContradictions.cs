namespace DodoUpsell.Offers;

/// <summary>Finds conditions of one rule that cannot hold at the same time.</summary>
internal static class RuleContradictions
{
    /// <summary>Returns what contradicts and how to correct it, or null if nothing does.</summary>
    public static string? Find(OfferRule rule, IList<OfferFamily> families)
    {
        var when = rule.When;
        if (when.BoughtAllOf.FirstOrDefault(id => Contains(when.NoneOf, id)) is { } both)
            return $"The product '{both}' is in BoughtAllOf and in NoneOf: remove it from one of them.";
        if (when.BoughtAnyOf.Count > 0 && when.BoughtAnyOf.All(id => Contains(when.NoneOf, id)))
            return "Every product of BoughtAnyOf is in NoneOf: remove one from NoneOf.";
        if ((when.MinimumAmount ?? when.MaximumAmount) is { } limit && Excludes(when.Currencies, limit.Currency))
            return $"The amounts are in {limit.Currency}, which is not in Currencies: add it, or change the amounts.";
        return Plans(rule, families) is { Count: > 0 } plans && plans.All(id => Contains(when.NoneOf, id))
            ? "Every plan that the offer could change is in NoneOf: remove one from NoneOf."
            : null;
    }

    /// <summary>Returns the plans of which the subject must own one, or none if that cannot be told.</summary>
    private static IReadOnlyList<string> Plans(OfferRule rule, IList<OfferFamily> families)
    {
        if (rule.VariantChanges.Values.Any(change => change.Sale is not null))
            return [];
        return rule.Sale switch
        {
            OfferedSale.Addon addon => addon.For,
            OfferedSale.PlanChange { From.Count: > 0 } change => change.From,
            OfferedSale.PlanChange change => families
                .FirstOrDefault(family => Contains(family.ProductIds, change.ProductId))
                ?.ProductIds.Where(id => change.Quantity is not null || !Same(id, change.ProductId))
                .ToList()
                ?? [],
            _ => [],
        };
    }

    private static bool Excludes(IReadOnlyList<Currency> currencies, Currency currency) =>
        currencies.Count > 0 && !currencies.Contains(currency);

    private static bool Contains(IReadOnlyList<string> ids, string id) => ids.Contains(id, StringComparer.Ordinal);

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);
}
