namespace DodoUpsell.Offers;

/// <summary>Finds how many offers in a row it takes until a downsell is offered.</summary>
internal static class ChainDepth
{
    /// <summary>
    /// Returns the smallest position of a rule in a chain of offers, from 1, or null if no chain leads to it. Disabled
    /// rules count, because they can be enabled again.
    /// </summary>
    public static int? Of(OfferRule rule, IEnumerable<OfferRule> rules)
    {
        var byId = rules.ToDictionary(other => other.Id, StringComparer.Ordinal);
        int? least = null;
        foreach (var start in byId.Values.Where(other => !other.OnlyAsDownsell))
        {
            var next = start;
            for (var depth = 1; next is not null && depth <= byId.Count; depth++)
            {
                if (ReferenceEquals(next, rule) && (least is null || depth < least))
                    least = depth;
                next = next.DownsellRuleId is { } id ? byId.GetValueOrDefault(id) : null;
            }
        }

        return least;
    }
}
