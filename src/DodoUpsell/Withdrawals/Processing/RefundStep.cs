using DodoUpsell.Charging;

namespace DodoUpsell.Withdrawals;

/// <summary>What to do next about a planned refund, from the current state of its payment. It fails closed.</summary>
internal abstract record RefundStep
{
    /// <summary>Request the refund: of the whole payment, or of these items.</summary>
    public sealed record Send(IReadOnlyList<RefundItem>? Items, Money Amount) : RefundStep;

    /// <summary>The line items are needed to divide the amount.</summary>
    public sealed record Divide(Money Amount) : RefundStep;

    /// <summary>Another refund of the payment is under way.</summary>
    public sealed record Wait : RefundStep;

    /// <summary>Nothing is left to refund.</summary>
    public sealed record NotNeeded : RefundStep;

    /// <summary>The seller must look at it.</summary>
    public sealed record Review(WithdrawalReviewReason Reason) : RefundStep;

    public static RefundStep Of(WithdrawalRefund planned, Payment payment)
    {
        if (PaymentVerdicts.Of(payment) is PaymentVerdict.Refunded or PaymentVerdict.MethodSetup)
            return new NotNeeded();
        if (payment.Status != PaymentStatus.Succeeded)
            return new Review(WithdrawalReviewReason.AmountUnclear);
        if (payment.TotalAmount == 0)
            return new NotNeeded();
        if (payment.Disputes.Any(IsOpenOrLost))
            return new Review(WithdrawalReviewReason.Disputed);

        var effective = payment.Refunds.Where(refund => refund.Status != RefundStatus.Failed).ToList();
        if (effective.Any(refund => refund.Status != RefundStatus.Succeeded))
            return new Wait();
        if (effective.Any(refund => refund.Amount is null || refund.Currency != payment.Currency))
            return new Review(WithdrawalReviewReason.AmountUnclear);
        var refunded = effective.Sum(refund => refund.Amount!.Value);
        if (payment.RefundStatus is not null && refunded == 0)
            return new Review(WithdrawalReviewReason.AmountUnclear);
        var left = payment.TotalAmount - refunded;

        // Refunds keep the value in US dollars, so they can differ from the total without anything being left.
        if (left <= 0)
            return new Review(WithdrawalReviewReason.AmountUnclear);
        if (planned.Amount is { } wanted)
        {
            if (wanted.Currency != payment.Currency || wanted.MinorUnits > left)
                return new Review(WithdrawalReviewReason.AmountUnclear);
            if (wanted.MinorUnits < payment.TotalAmount)
                return new Divide(wanted);
        }

        return refunded == 0 ? new Send(null, payment.Total) : new Divide(new Money(left, payment.Currency));
    }

    /// <summary>Divides an amount among line items, one after another, up to what is left of each.</summary>
    public static RefundStep Divided(Money amount, Payment payment, PaymentLineItems lines)
    {
        var left = amount.MinorUnits;
        var items = new List<RefundItem>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in lines.Items)
        {
            // An item that occurs twice cannot be refunded by its id.
            if (!names.Add(line.ItemsId))
                return new Review(WithdrawalReviewReason.AmountUnclear);
            var part = Math.Min(left, line.RefundableAmount);
            if (part <= 0)
                continue;
            items.Add(
                new()
                {
                    ItemId = line.ItemsId,
                    Amount = part,
                    TaxInclusive = true,
                }
            );
            left -= part;
        }

        return left == 0 && lines.Currency == payment.Currency
            ? new Send(items, amount)
            : new Review(WithdrawalReviewReason.AmountUnclear);
    }

    private static bool IsOpenOrLost(Dispute dispute) =>
        dispute.DisputeStatus != DisputeStatus.DisputeWon && dispute.DisputeStatus != DisputeStatus.DisputeCancelled;
}
