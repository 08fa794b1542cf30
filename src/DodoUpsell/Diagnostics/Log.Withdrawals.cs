using Microsoft.Extensions.Logging;

namespace DodoUpsell.Diagnostics;

// Ids 1500 to 1529: withdrawals. Names and contacts are never logged.
internal static partial class Log
{
    [LoggerMessage(
        1500,
        LogLevel.Information,
        "Withdrawal {WithdrawalId} from contract {ContractId} went from {From} to {To}"
    )]
    public static partial void WithdrawalMoved(
        ILogger logger,
        string withdrawalId,
        string contractId,
        WithdrawalState from,
        WithdrawalState to
    );

    [LoggerMessage(
        1501,
        LogLevel.Error,
        "Withdrawal {WithdrawalId} from contract {ContractId} needs review ({Reason}). It is recorded and acknowledged; "
            + "look at its payments and refund by hand what is due"
    )]
    public static partial void WithdrawalNeedsReview(
        ILogger logger,
        string withdrawalId,
        string contractId,
        WithdrawalReviewReason reason
    );

    [LoggerMessage(
        1502,
        LogLevel.Information,
        "The refund {RefundId} of payment {PaymentId} for withdrawal {WithdrawalId} is now {Status}"
    )]
    public static partial void WithdrawalRefundMoved(
        ILogger logger,
        string withdrawalId,
        string paymentId,
        string? refundId,
        WithdrawalRefundStatus status
    );

    [LoggerMessage(
        1503,
        LogLevel.Error,
        "It is unknown whether the refund of payment {PaymentId} for withdrawal {WithdrawalId} was executed. It is looked "
            + "for and not requested again"
    )]
    public static partial void WithdrawalRefundUnknown(ILogger logger, string withdrawalId, string paymentId);

    [LoggerMessage(
        1504,
        LogLevel.Error,
        "A handler failed to handle the notice {Notice} of withdrawal {WithdrawalId} at attempt {Attempt} ({Error}); it is "
            + "told again"
    )]
    public static partial void WithdrawalHandlerFailed(
        ILogger logger,
        string withdrawalId,
        WithdrawalNotice notice,
        int attempt,
        string error
    );

    [LoggerMessage(
        1505,
        LogLevel.Warning,
        "No handler is registered, so acknowledgements of withdrawals are not sent. Register one with "
            + "AddWithdrawalHandler: the law requires an acknowledgement on a durable medium"
    )]
    public static partial void WithdrawalsWithoutHandler(ILogger logger);

    [LoggerMessage(
        1506,
        LogLevel.Warning,
        "Withdrawal {WithdrawalId} could not be decided at attempt {Attempt} ({Error}); it is tried again"
    )]
    public static partial void WithdrawalNotDecided(ILogger logger, string withdrawalId, int attempt, string error);

    [LoggerMessage(
        1507,
        LogLevel.Warning,
        "Subscription {SubscriptionId} of withdrawal {WithdrawalId} could not be cancelled ({Error}); it is tried again"
    )]
    public static partial void WithdrawalNotCancelled(
        ILogger logger,
        string withdrawalId,
        string subscriptionId,
        string error
    );

    [LoggerMessage(
        1508,
        LogLevel.Warning,
        "Payment {PaymentId} of withdrawal {WithdrawalId} could not be read ({Error}); it is tried again"
    )]
    public static partial void WithdrawalRefundNotRead(
        ILogger logger,
        string withdrawalId,
        string paymentId,
        string error
    );

    [LoggerMessage(
        1509,
        LogLevel.Error,
        "Withdrawal {WithdrawalId} could not be processed at attempt {Attempt} ({Error}); it is tried again"
    )]
    public static partial void WithdrawalNotProcessed(ILogger logger, string withdrawalId, int attempt, string error);

    [LoggerMessage(1510, LogLevel.Error, "The store of withdrawals failed ({Error}); it is tried again")]
    public static partial void WithdrawalStoreFailed(ILogger logger, string error);

    [LoggerMessage(
        1511,
        LogLevel.Warning,
        "Contract {ContractId} of a link could not be read ({Error}); the withdrawal is accepted without its details"
    )]
    public static partial void WithdrawalContractUnread(ILogger logger, string contractId, string error);

    [LoggerMessage(
        1512,
        LogLevel.Warning,
        "Withdrawals of the live environment are stored in memory and are lost when the process ends. Use a durable store"
    )]
    public static partial void LiveWithdrawalsInMemory(ILogger logger);
}
