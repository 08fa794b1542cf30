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
        if (
            when.FirstPurchase == false
            && !ChangesDiscounts(rule)
            && rule.Discounts.Any(one => one.FirstTimeBuyersOnly)
        )
        {
            return "FirstPurchase is false, but a discount is for first-time buyers only: change one of them, or remove "
                + "the discount.";
        }

        return Plans(rule, families) is { Count: > 0 } plans && plans.All(id => Contains(when.NoneOf, id))
            ? "Every plan that the offer could change is in NoneOf: remove one from NoneOf."
            : null;
    }

    /// <summary>
    /// Returns the condition that needs a purchase, for a rule at a placement where there is none, or null.
    /// </summary>
    public static string? FindWithoutPurchase(OfferTrigger when)
    {
        var condition =
            when.MinimumAmount is not null ? nameof(when.MinimumAmount)
            : when.MaximumAmount is not null ? nameof(when.MaximumAmount)
            : when.Currencies.Count > 0 ? nameof(when.Currencies)
            : when.FirstPurchase == true ? nameof(when.FirstPurchase)
            : null;
        return condition is null
            ? null
            : $"{condition} needs a purchase, but offers of another placement than {OfferPlacement.PostPurchase} have "
                + $"none: remove the condition or the placement.";
    }

    /// <summary>Gets whether a variant replaces the discounts of the rule.</summary>
    public static bool ChangesDiscounts(OfferRule rule) =>
        rule.VariantChanges.Values.Any(change => change.Discounts is not null);

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
                ?.ProductIds.Where(id => !string.Equals(id, change.ProductId, StringComparison.Ordinal))
                .ToList()
                ?? [],
            _ => [],
        };
    }

    private static bool Excludes(IReadOnlyList<Currency> currencies, Currency currency) =>
        currencies.Count > 0 && !currencies.Contains(currency);

    private static bool Contains(IReadOnlyList<string> ids, string id) => ids.Contains(id, StringComparer.Ordinal);
}
