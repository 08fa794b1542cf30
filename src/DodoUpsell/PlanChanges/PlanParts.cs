namespace DodoUpsell;

/// <summary>
/// Compares the parts of plans; the order of add-ons says nothing, the order of discount codes does not matter to what
/// a customer has.
/// </summary>
internal static class PlanParts
{
    public static bool Same(IReadOnlyList<AddonQuantity> left, IReadOnlyList<AddonQuantity> right) =>
        Counts(left).SetEquals(Counts(right));

    public static bool Same(IReadOnlyList<string> left, IReadOnlyList<string> right) =>
        left.ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(right);

    public static bool Contains(IEnumerable<string> codes, string code) =>
        codes.Contains(code, StringComparer.OrdinalIgnoreCase);

    private static HashSet<(string, int)> Counts(IReadOnlyList<AddonQuantity> addons) =>
        addons.Where(addon => addon.Quantity > 0).Select(addon => (addon.AddonId, addon.Quantity)).ToHashSet();
}
