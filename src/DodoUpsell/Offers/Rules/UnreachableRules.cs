namespace DodoUpsell.Offers;

/// <summary>
/// Finds rules that are never offered. A rule is reported only if that is certain for any subject and purchase.
/// </summary>
internal static class UnreachableRules
{
    public static IReadOnlyList<OfferRuleWarning> Find(OfferOptions options, DateTimeOffset now)
    {
        // Disabled rules are off on purpose.
        var rules = OfferCatalogue.InOrder(options.Rules).Where(rule => rule.Enabled).ToList();
        var named = options.Rules.Select(rule => rule.DownsellRuleId).ToHashSet(StringComparer.Ordinal);
        List<OfferRuleWarning> warnings = [];
        foreach (var rule in rules)
        {
            if (RuleContradictions.Find(rule, options.Families) is { } contradiction)
                Add(rule, OfferRuleWarningReason.ContradictoryConditions, contradiction);
            else if (Ended(rule, now) is { } ended)
                Add(rule, OfferRuleWarningReason.Ended, ended);
            else if (rule.OnlyAsDownsell)
                AddDownsell(rule);
            else if (named.Contains(rule.Id))
                continue;
            else if (NeedsPurchase(rule) is { } missing)
                Add(rule, OfferRuleWarningReason.ContradictoryConditions, missing);
            else if (
                rules.TakeWhile(other => !ReferenceEquals(other, rule)).FirstOrDefault(other => Shadows(other, rule)) is
                { } shadow
            )
            {
                Add(
                    rule,
                    OfferRuleWarningReason.Shadowed,
                    $"Rule '{shadow.Id}' comes first, applies whenever this one does, and sells the same. This rule is "
                        + $"offered only while '{shadow.Id}' is paused, capped or in its cool-off: give it a higher "
                        + $"priority or other conditions, or make it a downsell."
                );
            }
        }

        return warnings;

        void Add(OfferRule rule, OfferRuleWarningReason reason, string explanation) =>
            warnings.Add(new(rule.Id, reason, explanation));

        void AddDownsell(OfferRule rule)
        {
            var depth = ChainDepth.Of(rule, options.Rules);
            if (depth is null)
            {
                Add(
                    rule,
                    OfferRuleWarningReason.NeverNamed,
                    "The rule is offered only as a downsell, but no rule that is offered leads to it: set it as "
                        + "DownsellRuleId of a rule, or set OnlyAsDownsell to false."
                );
            }
            else if (depth > options.ChainLimit)
            {
                Add(
                    rule,
                    OfferRuleWarningReason.BeyondChainLimit,
                    $"The rule would be offer {depth} in a row, but ChainLimit is {options.ChainLimit}: raise the limit, "
                        + $"or shorten the chain."
                );
            }
        }
    }

    private static string? NeedsPurchase(OfferRule rule) =>
        string.Equals(rule.Placement, OfferPlacement.PostPurchase, StringComparison.Ordinal)
            ? null
            : RuleContradictions.FindWithoutPurchase(rule.When);

    private static string? Ended(OfferRule rule, DateTimeOffset now)
    {
        if (rule.EndsAt <= now)
            return $"The rule ended at {rule.EndsAt:u}: remove it, disable it, or set a later EndsAt.";
        return
            !RuleContradictions.ChangesDiscounts(rule)
            && rule.Discounts.FirstOrDefault(discount => discount.EndsAt <= now) is { } discount
            ? $"A discount of the rule ended at {discount.EndsAt:u}, and the rule is not offered without it: remove the "
                + $"discount, or set a later EndsAt."
            : null;
    }

    // Everything that can stop the earlier rule must also stop the later one, apart from memory and pauses.
    private static bool Shadows(OfferRule earlier, OfferRule later) =>
        !earlier.OnlyAsDownsell
        && string.Equals(earlier.Placement, later.Placement, StringComparison.Ordinal)
        && earlier.Expiry >= later.Expiry
        && (earlier.StartsAt is null || earlier.StartsAt <= later.StartsAt)
        && (earlier.EndsAt is null || earlier.EndsAt >= later.EndsAt)
        && (earlier.OfferAgain || !later.OfferAgain)
        && earlier.Experiment is null
        && later.Experiment is null
        && earlier.Discounts.All(discount => later.Discounts.Contains(discount))
        && earlier.Currency == later.Currency
        && SameSale.Of(earlier.Sale, later.Sale)
        && TriggerImplication.Holds(later.When, earlier.When);
}
