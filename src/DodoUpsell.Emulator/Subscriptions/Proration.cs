using System.Runtime.InteropServices;

namespace DodoUpsell.Emulator.Subscriptions;

/// <summary>The share of a price that counts: negative where something paid is given back.</summary>
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
