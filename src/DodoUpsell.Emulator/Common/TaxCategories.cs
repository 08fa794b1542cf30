using System.Collections.Frozen;

namespace DodoUpsell.Emulator.Common;

/// <summary>The tax categories of products.</summary>
internal static class TaxCategories
{
    public static FrozenSet<string> All { get; } =
        FrozenSet.Create(StringComparer.Ordinal, "digital_products", "saas", "e_book", "edtech", "live_tutoring");
}
