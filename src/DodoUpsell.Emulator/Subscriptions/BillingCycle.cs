using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Products;

namespace DodoUpsell.Emulator.Subscriptions;

/// <summary>
/// The current period of a subscription, counted from an anchor: one that bills on the 31st stays on the 31st.
/// </summary>
/// <param name="Anchor">The date that later ones are counted from.</param>
/// <param name="Number">How many intervals <paramref name="Next"/> is from the anchor.</param>
/// <param name="Previous">When the period began.</param>
/// <param name="Next">When the next one begins.</param>
/// <param name="Frozen">How much of the period a pause has added.</param>
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

    /// <summary>A period with an end that was set; what follows is counted from that end.</summary>
    public static BillingCycle Until(DateTimeOffset previous, DateTimeOffset next) => new(next, 0, previous, next);

    public BillingCycle Following(BillingInterval interval) =>
        new(Anchor, Number + 1, Next, interval.After(Anchor, Number + 1));

    public BillingCycle Shifted(TimeSpan by) => Until(Previous, Next.Later(by)) with { Frozen = Frozen + by };

    /// <summary>The share of the period that is left, as a fraction.</summary>
    public Proration Remaining(DateTimeOffset now, ProrationUnit unit)
    {
        var one = unit is ProrationUnit.WholeDays ? TimeSpan.FromDays(1) : TimeSpan.FromSeconds(1);
        var length = (long)Math.Round((Next - Previous - Frozen) / one, MidpointRounding.AwayFromZero);
        var elapsed = (long)Math.Floor((now - Previous - Frozen) / one);
        return length <= 0 ? Proration.None : new Proration(Math.Clamp(length - elapsed, 0, length), length);
    }
}
