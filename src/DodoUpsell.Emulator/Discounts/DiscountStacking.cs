using DodoUpsell.Emulator.Common;

namespace DodoUpsell.Emulator.Discounts;

/// <summary>A priced part that a discount may reduce. An add-on counts as its product.</summary>
internal sealed record DiscountablePart(string ProductId, long Amount);

/// <summary>
/// Calculates the deduction of stacked discounts: each one applies to the price after the one before.
/// </summary>
internal static class DiscountStacking
{
    private const decimal BasisPoints = 10_000m;

    /// <returns>The deduction of each part, in the order of the parts.</returns>
    public static long[] Reduce(
        IReadOnlyList<DiscountablePart> parts,
        IEnumerable<DiscountTerms> discounts,
        string currency,
        MidpointRounding rounding
    )
    {
        long[] left = [.. parts.Select(part => part.Amount)];
        foreach (var terms in discounts)
        {
            long[] covered = [.. parts.Select((part, index) => terms.Covers(part.ProductId) ? left[index] : 0)];
            var reduction = terms.IsFlat
                ? Flat(terms, covered, currency)
                : Percentage(terms, covered, currency, rounding);
            for (var index = 0; index < left.Length; index++)
                left[index] -= reduction[index];
        }

        return [.. parts.Select((part, index) => part.Amount - left[index])];
    }

    private static long[] Percentage(DiscountTerms terms, long[] covered, string currency, MidpointRounding rounding)
    {
        long[] reduction =
        [
            .. covered.Select(amount => (long)decimal.Round(amount * terms.Amount / BasisPoints, rounding)),
        ];
        return reduction.Sum() > terms.OptionFor(currency)?.MaximumAmount
            ? Apportionment.Split(terms.OptionFor(currency)!.MaximumAmount!.Value, reduction)
            : reduction;
    }

    // A flat deduction is one amount for all covered parts together.
    private static long[] Flat(DiscountTerms terms, long[] covered, string currency) =>
        Apportionment.Split(Math.Min(terms.OptionFor(currency)?.MaximumAmount ?? 0, covered.Sum()), covered);
}
