namespace DodoUpsell.PlanChanges;

/// <summary>
/// A subscription's lock as it was seen: two equal sights mean that no other change or recovery took it in between.
/// </summary>
internal readonly record struct LockSight(int? Version, int? HolderVersion, bool IsFree)
{
    public static LockSight Of(SubscriptionLock? found, ChargeRecord? holder) =>
        new(found?.Version, holder?.Version, holder is null || !holder.State.IsOpen());
}
