using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Discounts;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Products;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Checkout;

/// <summary>
/// Applies the discounts of a cart to its lines: to the amount that is due now, and to the price of a cycle after a
/// trial.
/// </summary>
internal sealed class CartDiscounts(EmulatorState state, decimal taxPercent)
{
    public IReadOnlyList<PricedLine> Apply(
        IReadOnlyList<PricedLine> lines,
        IReadOnlyList<Discount> discounts,
        string currency
    )
    {
        if (discounts.Count == 0)
            return lines;

        IReadOnlyList<DiscountablePart> original = [.. lines.SelectMany(CycleParts)];
        foreach (var discount in discounts)
            DiscountRules.RequirePurchase(discount, original, currency, ErrorCodes.DiscountNotAvailableForProduct);

        List<DiscountTerms> terms = [.. discounts.Select(discount => discount.Terms)];
        var now = new Queue<long>(Reduce([.. lines.SelectMany(PartsNow)], terms, currency));
        var later = new Queue<long>(Reduce([.. lines.Where(HasTrial).SelectMany(CycleParts)], terms, currency));
        return [.. lines.Select(line => HasTrial(line) ? InTrial(line, now, later) : Cycle(line, now))];
    }

    private static bool HasTrial(PricedLine line) => line.TrialDays > 0;

    private static bool TrialIsReduced(PricedLine line) =>
        line.Product.Price is RecurringPrice { TrialAppliesDiscounts: true };

    private static long TrialAmount(PricedLine line) =>
        (long)((line.Product.Price as RecurringPrice)?.TrialAmount ?? 0) * line.Quantity;

    private static IEnumerable<DiscountablePart> CycleParts(PricedLine line) =>
        [
            new DiscountablePart(line.Product.Id, (long)line.UnitAmount * line.Quantity),
            .. line.Addons.Select(addon => new DiscountablePart(
                line.Product.Id,
                (long)addon.Addon.Price * addon.Quantity
            )),
        ];

    private static IEnumerable<DiscountablePart> PartsNow(PricedLine line)
    {
        if (!HasTrial(line))
            return CycleParts(line);

        return TrialIsReduced(line) ? [new DiscountablePart(line.Product.Id, TrialAmount(line))] : [];
    }

    private long[] Reduce(IReadOnlyList<DiscountablePart> parts, IEnumerable<DiscountTerms> terms, string currency) =>
        DiscountStacking.Reduce(parts, terms, currency, state.Options.Subscriptions.Rounding);

    private PricedLine InTrial(PricedLine line, Queue<long> now, Queue<long> later)
    {
        var reduced = Cycle(line, later);
        return TrialIsReduced(line)
            ? reduced with
            {
                TrialPrice = Amount(line, TrialAmount(line), now.Dequeue()),
            }
            : reduced;
    }

    private PricedLine Cycle(PricedLine line, Queue<long> reductions) =>
        line with
        {
            Own = Amount(line, (long)line.UnitAmount * line.Quantity, reductions.Dequeue()),
            Addons =
            [
                .. line.Addons.Select(addon =>
                    addon with
                    {
                        Amount = Amount(line, (long)addon.Addon.Price * addon.Quantity, reductions.Dequeue()),
                    }
                ),
            ],
        };

    private TaxedAmount Amount(PricedLine line, long gross, long reduction) =>
        Tax.Apply(taxPercent, gross, reduction, line.Product.Price.TaxInclusive ?? false);
}
