using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Payments;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Refunds;

/// <summary>Decides which amount of each item is refunded, or refuses.</summary>
internal static class RefundDecision
{
    private static readonly TimeSpan Window = TimeSpan.FromDays(30);

    public static IReadOnlyDictionary<string, int> Decide(
        EmulatorState state,
        Payment payment,
        IReadOnlyList<RefundRequestItem>? wanted
    )
    {
        RequireRefundable(state, payment);
        var items = RefundableItem.Of(payment);
        var decided = wanted is null
            ? items
                .Where(item => item.Remaining > 0)
                .ToDictionary(item => item.Id, item => item.Remaining, StringComparer.Ordinal)
            : ByItem(payment, items, wanted);
        if (decided.Count == 0)
            throw ApiException.Unprocessable(ErrorCodes.NothingToRefund, "nothing of the payment is left to refund");

        return decided;
    }

    /// <summary>
    /// Decides by an amount for the whole payment, including tax. It is divided among the items, one after another,
    /// until it is used up.
    /// </summary>
    public static IReadOnlyDictionary<string, int> Decide(EmulatorState state, Payment payment, int? amount)
    {
        var left = Decide(state, payment, wanted: null);
        if (amount is not { } asked)
            return left;

        if (asked < 1)
            throw ApiException.InvalidParameters($"a refund of {asked} is too low");

        if (asked > left.Values.Sum(item => (long)item))
            throw ApiException.Unprocessable(
                ErrorCodes.RefundExceedsPaidAmount,
                "the refund is larger than the remaining amount of the payment"
            );

        return RefundableItem.Spread(RefundableItem.Of(payment), asked);
    }

    private static void RequireRefundable(EmulatorState state, Payment payment)
    {
        if (payment.Status is not IntentStatus.Succeeded)
            throw ApiException.Unprocessable(
                ErrorCodes.PaymentNotSucceeded,
                $"payment `{payment.Id}` has not succeeded"
            );

        if (payment.Cart.Total == 0)
            throw ApiException.Unprocessable(
                ErrorCodes.ZeroAmountRefundNotAllowed,
                "a payment of zero cannot be refunded"
            );

        if (payment.RefundStatus is PaymentRefundStatus.Full)
            throw ApiException.Unprocessable(
                ErrorCodes.PaymentAlreadyRefunded,
                $"payment `{payment.Id}` has been refunded in full"
            );

        if (payment.Refunds.Any(refund => refund.Status is RefundStatus.Pending))
            throw ApiException.Unprocessable(
                ErrorCodes.ExistingRefundProcessing,
                "an earlier refund of the payment is still being processed"
            );

        if (state.Now - payment.CreatedAt > Window)
            throw ApiException.Unprocessable(
                ErrorCodes.RefundWindowExpired,
                $"refunds end {Window.Days} days after the payment"
            );
    }

    private static Dictionary<string, int> ByItem(
        Payment payment,
        IReadOnlyList<RefundableItem> items,
        IReadOnlyList<RefundRequestItem> wanted
    )
    {
        if (wanted.DistinctBy(item => item.ItemId, StringComparer.Ordinal).Count() < wanted.Count)
            throw ApiException.Unprocessable(ErrorCodes.DuplicateLineItems, "an item is listed twice");

        if (payment.IsProrated && wanted.Count > 0)
            throw ApiException.Unprocessable(
                ErrorCodes.LineItemProrated,
                $"item `{wanted[0].ItemId}` is prorated and cannot be refunded by itself"
            );

        // A payment by UPI can only be refunded in full.
        if (payment.UpiId is not null && wanted.Count > 0)
            throw ApiException.Unprocessable(
                ErrorCodes.PartialRefundNotAllowed,
                "the payment method allows refunds in full only"
            );

        var decided = wanted.ToDictionary(
            item => item.ItemId,
            item =>
                Amount(
                    items.FirstOrDefault(known => string.Equals(known.Id, item.ItemId, StringComparison.Ordinal))
                        ?? throw ApiException.Unprocessable(
                            ErrorCodes.LineItemNotFound,
                            $"the payment has no item `{item.ItemId}`"
                        ),
                    item
                ),
            StringComparer.Ordinal
        );
        var remaining = items.Sum(item => (long)item.Remaining);
        return decided.Values.Sum(amount => (long)amount) <= remaining
            ? decided
            : throw ApiException.Unprocessable(
                ErrorCodes.RefundExceedsPaidAmount,
                "the refund is larger than the payment"
            );
    }

    private static int Amount(RefundableItem item, RefundRequestItem wanted)
    {
        if (item.Remaining == 0)
            throw ApiException.Unprocessable(
                ErrorCodes.LineItemFullyRefunded,
                $"item `{item.Id}` has been refunded in full"
            );

        if (wanted.Amount is not { } asked)
            return item.Remaining;

        if (asked < 1)
            throw ApiException.Unprocessable(
                ErrorCodes.LineItemRefundTooLow,
                $"a refund of {asked} for item `{item.Id}` is too low"
            );

        var amount = wanted.TaxInclusive ? asked : item.WithTax(asked);
        return amount <= item.Remaining
            ? (int)amount
            : throw ApiException.Unprocessable(
                ErrorCodes.LineItemRefundTooHigh,
                $"a refund of {amount} with tax for item `{item.Id}` is above the {item.Remaining} that are left"
            );
    }
}
