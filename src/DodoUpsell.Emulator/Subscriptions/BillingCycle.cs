using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Products;

namespace DodoUpsell.Emulator.Subscriptions;

/// <summary>
/// The current period of a subscription, counted from an anchor: one that bills on the 31st stays on the 31st.
/// </summary>
/// <param name="Anchor">The date from which later dates are counted.</param>
/// <param name="Number">The number of intervals between the anchor and <paramref name="Next"/>.</param>
/// <param name="Previous">The start of the period.</param>
/// <param name="Next">The start of the next period.</param>
/// <param name="Frozen">The time by which a pause has extended the period.</param>
internal sealed record BillingCycle(
    DateTimeOffset Anchor,
    int Number,
    DateTimeOffset Previous,
    DateTimeOffset Next,
    TimeSpan Frozen = default
)
{
    public static BillingCycle From(DateTimeOffset start, BillingInterval interval) =>
        new(start, 1, start, interval.After(start));

    /// <summary>Returns a period with a given end. Later periods are counted from that end.</summary>
    public static BillingCycle Until(DateTimeOffset previous, DateTimeOffset next) => new(next, 0, previous, next);

    public BillingCycle Following(BillingInterval interval) =>
        new(Anchor, Number + 1, Next, interval.After(Anchor, Number + 1));

    public BillingCycle Shifted(TimeSpan by) => Until(Previous, Next.Later(by)) with { Frozen = Frozen + by };

    /// <summary>Returns the remaining share of the period, as a fraction.</summary>
    public Proration Remaining(DateTimeOffset now, ProrationUnit unit)
    {
        var one = unit is ProrationUnit.WholeDays ? TimeSpan.FromDays(1) : TimeSpan.FromSeconds(1);
        var length = (long)Math.Round((Next - Previous - Frozen) / one, MidpointRounding.AwayFromZero);
        var elapsed = (long)Math.Floor((now - Previous - Frozen) / one);
        return length <= 0 ? Proration.None : new Proration(Math.Clamp(length - elapsed, 0, length), length);
    }
}
