namespace DodoUpsell.Offers;

/// <summary>Decides whether a trigger holds whenever another one does. False if that is not certain.</summary>
internal static class TriggerImplication
{
    public static bool Holds(OfferTrigger when, OfferTrigger then) =>
        Bought(when, then)
        && IsSubset(then.BoughtAllOf, when.BoughtAllOf)
        && IsSubset(then.NoneOf, when.NoneOf)
        && Amounts(when, then)
        && (then.FirstPurchase is null || then.FirstPurchase == when.FirstPurchase)
        && (then.NoRefundFor is null || then.NoRefundFor <= when.NoRefundFor)
        && (then.NoDisputeFor is null || then.NoDisputeFor <= when.NoDisputeFor)
        && IsNarrower(when.Countries, then.Countries)
        && IsNarrower(when.Currencies, then.Currencies)
        && IsSubset(then.Audiences, when.Audiences);

    // One of the products, all of which the other trigger also accepts; or one that must have been bought anyway.
    private static bool Bought(OfferTrigger when, OfferTrigger then) =>
        IsNarrower(when.BoughtAnyOf, then.BoughtAnyOf) || when.BoughtAllOf.Any(id => then.BoughtAnyOf.Contains(id));

    private static bool Amounts(OfferTrigger when, OfferTrigger then) =>
        (then.MinimumAmount is not { } least || (when.MinimumAmount is { } least2 && IsAtLeast(least2, least)))
        && (then.MaximumAmount is not { } most || (when.MaximumAmount is { } most2 && IsAtLeast(most, most2)));

    private static bool IsAtLeast(Money one, Money other) => one.Currency == other.Currency && one >= other;

    // An empty list accepts everything.
    private static bool IsNarrower<T>(IReadOnlyList<T> narrow, IReadOnlyList<T> wide) =>
        wide.Count == 0 || (narrow.Count > 0 && IsSubset(narrow, wide));

    private static bool IsSubset<T>(IReadOnlyList<T> part, IReadOnlyList<T> whole) => part.All(whole.Contains);
}
