using DodoUpsell.Webhooks;

namespace DodoUpsell.Dashboard.Text;

/// <summary>What states and results are called on the pages, and the look of their tags.</summary>
internal static class Words
{
    /// <summary>Gets the states of charges in the order of the pages: open ones first.</summary>
    public static IReadOnlyList<ChargeState> States { get; } =
    [
        ChargeState.Sending,
        ChargeState.Waiting,
        ChargeState.CheckoutOpen,
        ChargeState.Claimed,
        ChargeState.Succeeded,
        ChargeState.Declined,
        ChargeState.Refused,
        ChargeState.NotCharged,
        ChargeState.Refunded,
    ];

    /// <summary>Returns whether the outcome of a charge in this state is still to come.</summary>
    public static bool IsOpen(ChargeState state) => state <= ChargeState.CheckoutOpen;

    public static string Of(ChargeState state) =>
        state switch
        {
            ChargeState.Claimed => "Claimed",
            ChargeState.Sending => "Outcome unknown",
            ChargeState.Waiting => "Payment pending",
            ChargeState.CheckoutOpen => "Checkout open",
            ChargeState.Succeeded => "Paid",
            ChargeState.Declined => "Declined",
            ChargeState.Refused => "Refused",
            ChargeState.NotCharged => "Not charged",
            ChargeState.Refunded => "Refunded",
            _ => state.ToString(),
        };

    public static string Meaning(ChargeState state) =>
        state switch
        {
            ChargeState.Claimed => "The key is claimed, and nothing has been sent yet.",
            ChargeState.Sending =>
                "The charge was sent or is about to be sent, and its payment is not known yet. It is looked for.",
            ChargeState.Waiting => "The payment exists and is not final: it is processed, or waits for the customer.",
            ChargeState.CheckoutOpen => "A checkout page is open. The customer may pay there.",
            ChargeState.Succeeded => "The charge was paid.",
            ChargeState.Declined => "The payment failed, and nothing was charged.",
            ChargeState.Refused => "The charge was refused before anything was charged. The key can be used again.",
            ChargeState.NotCharged => "Nothing was charged. The key can be used again.",
            ChargeState.Refunded => "The charge was paid, and refunded in full before the payment was seen.",
            _ => "",
        };

    public static string Look(ChargeState state) =>
        state switch
        {
            ChargeState.Succeeded => "good",
            ChargeState.Declined or ChargeState.Refused => "bad",
            ChargeState.Sending or ChargeState.Waiting => "warn",
            ChargeState.CheckoutOpen => "info",
            _ => "",
        };

    public static string Of(InboxState state) =>
        state switch
        {
            InboxState.Waiting => "Waiting",
            InboxState.Leased => "Being handled",
            InboxState.Completed => "Handled",
            InboxState.Parked => "Parked",
            _ => state.ToString(),
        };

    public static string Look(InboxState state) =>
        state switch
        {
            InboxState.Completed => "good",
            InboxState.Parked => "bad",
            InboxState.Leased => "info",
            _ => "warn",
        };

    public static string Of(ChargeSettlementKind kind) =>
        kind switch
        {
            ChargeSettlementKind.Outcome => "Outcome",
            ChargeSettlementKind.Refund => "Refund",
            ChargeSettlementKind.DisputeLost => "Dispute lost",
            _ => kind.ToString(),
        };

    public static string Of(OperatorResult result) =>
        result switch
        {
            OperatorResult.Started => "No result yet",
            OperatorResult.Done => "Done",
            OperatorResult.NothingToDo => "Nothing to do",
            OperatorResult.Failed => "Failed",
            _ => result.ToString(),
        };

    public static string Look(OperatorResult result) =>
        result switch
        {
            OperatorResult.Done => "good",
            OperatorResult.Failed => "bad",
            OperatorResult.Started => "warn",
            _ => "",
        };

    public static string Action(string action) =>
        action switch
        {
            Http.OperatorActionNames.ReplayWebhook => "Replayed a webhook",
            Http.OperatorActionNames.ReplaySettlement => "Replayed a settlement",
            Http.OperatorActionNames.CloseWithdrawal => "Closed the review of a withdrawal",
            Http.OperatorActionNames.ResumeRule => "Resumed a rule",
            Http.OperatorActionNames.Explain => "Explained a subject",
            Http.OperatorActionNames.ExportReceipt => "Exported a receipt",
            Http.OperatorActionNames.VerifyReceipts => "Verified the receipts",
            _ => action,
        };

    public static string Of(OfferState state) =>
        state switch
        {
            OfferState.Open => "Open",
            OfferState.Accepting => "Being paid",
            OfferState.Accepted => "Accepted",
            OfferState.Declined => "Declined",
            OfferState.Expired => "Expired",
            OfferState.Failed => "Failed",
            OfferState.Withheld => "Withheld",
            _ => state.ToString(),
        };

    public static string Look(OfferState state) =>
        state switch
        {
            OfferState.Accepted => "good",
            OfferState.Failed => "bad",
            OfferState.Open or OfferState.Accepting => "info",
            _ => "",
        };

    public static string Of(OfferPause pause) =>
        pause.Reason switch
        {
            OfferPauseReason.Declines => $"{pause.Count} of {pause.Of} payments were declined.",
            OfferPauseReason.Disputes => $"{pause.Count} of {pause.Of} payments were disputed.",
            OfferPauseReason.Errors => $"{pause.Count} of {pause.Of} accepts ended in an error or a refusal.",
            _ => pause.Reason.ToString(),
        };

    public static string Of(ReceiptFaultKind kind) =>
        kind switch
        {
            ReceiptFaultKind.ContentChanged => "The content was changed: it does not have its hash.",
            ReceiptFaultKind.ContentMissing => "The content is missing, and it was not erased on request.",
            ReceiptFaultKind.ReceiptChanged => "The receipt was changed: it does not have its hash.",
            ReceiptFaultKind.WrongOrder => "The receipt does not follow the one before it.",
            ReceiptFaultKind.Gap => "One or several receipts before this one are missing.",
            ReceiptFaultKind.OtherThanKnown => "The receipt is not the one that was known: the chain was written anew.",
            ReceiptFaultKind.Truncated => "The newest receipts were removed.",
            ReceiptFaultKind.WithoutCharge => "The ledger has no charge for the receipt.",
            ReceiptFaultKind.WithoutReceipt => "An accepted offer has no receipt.",
            _ => kind.ToString(),
        };

    /// <summary>Gets the states of withdrawals, in the order in which operators look at them.</summary>
    public static IReadOnlyList<WithdrawalState> WithdrawalStates { get; } =
    [WithdrawalState.NeedsReview, WithdrawalState.Confirmed, WithdrawalState.Completed, WithdrawalState.Stated];

    public static string Of(WithdrawalState state) =>
        state switch
        {
            WithdrawalState.NeedsReview => "Needs review",
            WithdrawalState.Confirmed => "Confirmed",
            WithdrawalState.Completed => "Completed",
            WithdrawalState.Stated => "Not confirmed",
            _ => state.ToString(),
        };

    public static string Meaning(WithdrawalState state) =>
        state switch
        {
            WithdrawalState.NeedsReview =>
                "Confirmed and acknowledged, but you must decide or check something. Do it in the dashboard of Dodo "
                    + "Payments, and close the review here.",
            WithdrawalState.Confirmed => "Confirmed and acknowledged. Refunds and cancellations are under way.",
            WithdrawalState.Completed => "Everything that your policy decided is done, or you closed the review.",
            WithdrawalState.Stated =>
                "Stated, but not confirmed. These have no effect and are removed after some days.",
            _ => "",
        };

    public static string Look(WithdrawalState state) =>
        state switch
        {
            WithdrawalState.NeedsReview => "bad",
            WithdrawalState.Confirmed => "info",
            WithdrawalState.Completed => "good",
            _ => "",
        };

    public static string Of(WithdrawalRefundStatus status) =>
        status switch
        {
            WithdrawalRefundStatus.Planned => "Planned",
            WithdrawalRefundStatus.Sending => "Outcome unknown",
            WithdrawalRefundStatus.Pending => "Pending",
            WithdrawalRefundStatus.Succeeded => "Refunded",
            WithdrawalRefundStatus.Failed => "Failed",
            WithdrawalRefundStatus.NotNeeded => "Not needed",
            WithdrawalRefundStatus.NeedsReview => "Needs review",
            WithdrawalRefundStatus.Closed => "Closed by you",
            _ => status.ToString(),
        };

    public static string Look(WithdrawalRefundStatus status) =>
        status switch
        {
            WithdrawalRefundStatus.Succeeded => "good",
            WithdrawalRefundStatus.Failed or WithdrawalRefundStatus.NeedsReview => "bad",
            WithdrawalRefundStatus.Sending or WithdrawalRefundStatus.Pending => "warn",
            _ => "",
        };

    public static string Of(WithdrawalReviewReason reason) =>
        reason switch
        {
            WithdrawalReviewReason.Policy => "The policy wants a person to decide.",
            WithdrawalReviewReason.Late => "It was confirmed after the withdrawal period.",
            WithdrawalReviewReason.ContractNotFound => "The contract was not found, or is another customer’s.",
            WithdrawalReviewReason.SharedPayment => "The payment also pays for something else.",
            WithdrawalReviewReason.Disputed => "A payment is disputed.",
            WithdrawalReviewReason.AmountUnclear => "The amount to refund is unclear.",
            WithdrawalReviewReason.RefundRefused => "The API refused the refund.",
            WithdrawalReviewReason.RefundFailed => "The refund was accepted and failed later.",
            WithdrawalReviewReason.RefundUnknown =>
                "It is unknown whether the refund was executed. It is not sent again.",
            WithdrawalReviewReason.CancellationRefused => "The subscription could not be cancelled.",
            _ => reason.ToString(),
        };
}
