using DodoUpsell.Diagnostics;
using Microsoft.Extensions.Logging;

namespace DodoUpsell.Withdrawals;

/// <summary>Logs and counts the changes of withdrawals.</summary>
internal static class WithdrawalEvents
{
    public static void Changed(ILogger log, WithdrawalRecord before, WithdrawalRecord after)
    {
        if (before.State != after.State)
        {
            WithdrawalMetrics.Moved(after.State);
            if (after.State == WithdrawalState.NeedsReview)
                Log.WithdrawalNeedsReview(
                    log,
                    after.Id,
                    after.ContractId,
                    WithdrawalWork.Of(after).ReviewReason ?? WithdrawalReviewReason.Policy
                );
            else
                Log.WithdrawalMoved(log, after.Id, after.ContractId, before.State, after.State);
        }

        var earlier = WithdrawalWork.Of(before).Refunds;
        foreach (var refund in WithdrawalWork.Of(after).Refunds)
        {
            var old = earlier.FirstOrDefault(one =>
                string.Equals(one.PaymentId, refund.PaymentId, StringComparison.Ordinal)
            );
            if (old?.Status == refund.Status)
                continue;
            WithdrawalMetrics.Refund(refund.Status);
            Log.WithdrawalRefundMoved(log, after.Id, refund.PaymentId, refund.RefundId, refund.Status);
        }
    }
}
