namespace DodoUpsell;

/// <summary>
/// Compares parts of plans. The order of add-ons and of discount codes is ignored, because it makes no difference to
/// the customer.
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
