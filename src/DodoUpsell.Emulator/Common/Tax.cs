using System.Runtime.InteropServices;

namespace DodoUpsell.Emulator.Common;

/// <summary>
/// The amounts of one line in minor units: <c>Subtotal - Discount + Tax = Total</c>. The subtotal is before tax.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TaxedAmount(long Subtotal, long Discount, long Tax)
{
    public long Total => Subtotal - Discount + Tax;

    public static TaxedAmount operator +(TaxedAmount left, TaxedAmount right) =>
        new(left.Subtotal + right.Subtotal, left.Discount + right.Discount, left.Tax + right.Tax);
}

/// <summary>Applies a flat tax rate to one line at a time.</summary>
internal static class Tax
{
    public static TaxedAmount Apply(decimal percent, long gross, long discount, bool inclusive)
    {
        decimal net = gross - discount;
        var tax = inclusive ? net * percent / (100 + percent) : net * percent / 100;
        var rounded = (long)decimal.Round(tax, MidpointRounding.AwayFromZero);
        return new TaxedAmount(inclusive ? gross - rounded : gross, discount, rounded);
    }
}
