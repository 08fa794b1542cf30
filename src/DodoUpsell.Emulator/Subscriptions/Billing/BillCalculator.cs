using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Subscriptions.Billing;

/// <summary>Calculates a bill: lines, credit, tax, the gateway's minimum.</summary>
internal sealed class BillCalculator(EmulatorState state)
{
    public Bill Renewal(
        Subscription subscription,
        SubscriptionPlan plan,
        IEnumerable<SubscriptionDiscount> discounts
    ) => AddUp(plan, BillLine.Of(plan, discounts, Rounding), subscription.Credit);

    public Bill AddUp(SubscriptionPlan plan, IReadOnlyList<BillLine> lines, long availableCredit)
    {
        List<(BillLine Line, long Amount)> amounts =
        [
            .. lines.Select(line => (line, RequireInt32(line.Amount(Rounding)))),
        ];
        var sum = amounts.Sum(line => line.Amount);
        if (sum < 0)
            return new Bill
            {
                Plan = plan,
                Lines = lines,
                CreditGranted = RequireInt32(-sum),
            };

        var used = Math.Min(availableCredit, sum);
        var payable = sum - used;
        // Credit is an amount before tax, so the part that it pays is not taxed.
        var tax =
            payable == 0
                ? 0
                : Math.Max(
                    0,
                    amounts.Sum(line => Tax(line.Amount, line.Line.TaxInclusive)) - Tax(used, plan.TaxInclusive)
                );
        var due = RequireInt32(plan.TaxInclusive ? payable : payable + tax);
        var topUp = due > 0 ? Math.Max(0, (Currencies.MinimumCharge(plan.Price.Currency) ?? 0) - due) : 0;
        return new Bill
        {
            Plan = plan,
            Lines = lines,
            CreditUsed = used,
            TopUp = topUp,
            Tax = tax,
            Total = due + topUp,
        };
    }

    public long? LineTax(BillLine line) => Tax(line.Amount(Rounding), line.TaxInclusive);

    private MidpointRounding Rounding => state.Options.Subscriptions.Rounding;

    private static long RequireInt32(long amount) =>
        amount is >= -int.MaxValue and <= int.MaxValue
            ? amount
            : throw ApiException.Unprocessable(ErrorCodes.IntegerConversionFailure, "the amount is too large");

    private long Tax(long amount, bool inclusive) =>
        Common.Tax.Apply(state.Options.TaxPercent, amount, discount: 0, inclusive).Tax;
}
