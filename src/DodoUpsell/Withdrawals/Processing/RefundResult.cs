using System.Net;

namespace DodoUpsell.Withdrawals;

/// <summary>Converts what the API says about a refund to its status. A response of 200 is not a refund.</summary>
internal static class RefundResult
{
    public static WithdrawalRefund Of(WithdrawalRefund refund, Refund current)
    {
        var known = refund with
        {
            RefundId = current.RefundId,
            Amount = current.AmountMoney ?? refund.Amount,
            ErrorCode = null,
            ReviewReason = null,
        };
        if (current.Status == RefundStatus.Succeeded)
            return known with { Status = WithdrawalRefundStatus.Succeeded };
        if (current.Status == RefundStatus.Failed)
            return known with
            {
                Status = WithdrawalRefundStatus.Failed,
                ReviewReason = WithdrawalReviewReason.RefundFailed,
            };

        // Pending, on hold at Dodo Payments, or a status that this version does not know.
        return known with
        {
            Status = WithdrawalRefundStatus.Pending,
        };
    }

    /// <summary>Returns what follows from a refused request, which was not executed.</summary>
    public static WithdrawalRefund Refused(WithdrawalRefund marked, DodoApiException refusal)
    {
        var refused = marked with { ErrorCode = refusal.Code.Value is { Length: > 0 } code ? code : null };

        // The payment is read again: it may have been refunded meanwhile, or another refund is under way.
        var isTriedAgain =
            refusal.IsTransient
            || refusal.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
            || refusal.Code == DodoErrorCode.ExistingRefundRequestProcessing
            || refusal.Code == DodoErrorCode.PaymentAlreadyRefunded
            || refusal.Code == DodoErrorCode.PaymentHasBeenRefunded
            || refusal.Code == DodoErrorCode.NothingToRefund;
        return isTriedAgain
            ? refused with
            {
                Status = WithdrawalRefundStatus.Planned,
            }
            : refused with
            {
                Status = WithdrawalRefundStatus.NeedsReview,
                ReviewReason = WithdrawalReviewReason.RefundRefused,
            };
    }
}
