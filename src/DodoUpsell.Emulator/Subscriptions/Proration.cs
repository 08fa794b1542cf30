using System.Runtime.InteropServices;

namespace DodoUpsell.Emulator.Subscriptions;

/// <summary>A share of a price. It is negative for an amount that is returned.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Proration(long Numerator, long Denominator)
{
    public static Proration Full { get; } = new(1, 1);

    public static Proration None { get; } = new(0, 1);

    public double Value => (double)Numerator / Denominator;

    public Proration Back => new(-Numerator, Denominator);

    public long Of(long amount, MidpointRounding rounding) =>
        (long)decimal.Round((decimal)amount * Numerator / Denominator, rounding);
}
