using System.Collections.Frozen;

namespace DodoUpsell.Emulator.Subscriptions.PlanChanges;

/// <summary>The proration modes of a plan change.</summary>
internal static class ProrationModes
{
    public const string Prorated = "prorated_immediately";
    public const string Difference = "difference_immediately";
    public const string Full = "full_immediately";
    public const string DoNotBill = "do_not_bill";

    public static FrozenSet<string> All { get; } =
        FrozenSet.Create(StringComparer.Ordinal, Prorated, Difference, Full, DoNotBill);
}
