using DodoUpsell.Webhooks;
using Microsoft.Extensions.Logging;

namespace DodoUpsell.Diagnostics;

/// <summary>
/// Every log line of the core. Event ids are stable. Lines about a charge carry its key and payment id. No line has an
/// API key, a webhook secret, card data, personal data or a body.
/// </summary>
internal static partial class Log
{
    [LoggerMessage(1000, LogLevel.Debug, "{Operation} finished in {Milliseconds:0.0} ms")]
    public static partial void Finished(ILogger logger, string operation, double milliseconds);

    [LoggerMessage(
        1001,
        LogLevel.Warning,
        "{Operation} failed at attempt {Attempt} ({Outcome}) and is retried in {Milliseconds:0} ms"
    )]
    public static partial void Retrying(
        ILogger logger,
        string operation,
        string outcome,
        int attempt,
        double milliseconds
    );

    [LoggerMessage(1002, LogLevel.Error, "{Operation}: it is unknown whether the charge happened. {Explanation}")]
    public static partial void OutcomeUnknown(ILogger logger, string operation, string explanation);

    [LoggerMessage(1003, LogLevel.Information, "{Operation} waits {Milliseconds:0} ms to stay within the rate limit")]
    public static partial void WaitingForRateLimit(ILogger logger, string operation, double milliseconds);

    [LoggerMessage(
        1004,
        LogLevel.Error,
        "The changed options are invalid and were not applied; the last valid options stay in use. {Failures}"
    )]
    public static partial void OptionsNotTakenOver(ILogger logger, string failures);

    [LoggerMessage(
        1005,
        LogLevel.Error,
        "The clock of this node differs from the API's by at least {Difference}; MaxClockSkew allows "
            + "{MaxDifference}. This node claims no charges until its clock is correct. Check its time synchronization "
            + "(NTP)"
    )]
    public static partial void ClockNotTrusted(ILogger logger, TimeSpan difference, TimeSpan maxDifference);

    [LoggerMessage(
        1006,
        LogLevel.Information,
        "The clock of this node is within MaxClockSkew ({MaxDifference}) of the API's clock again"
    )]
    public static partial void ClockTrustedAgain(ILogger logger, TimeSpan maxDifference);

    [LoggerMessage(
        1200,
        LogLevel.Information,
        "Charge {Key} ({Flow}, payment {PaymentId}) changed from {Before} to {After}"
    )]
    public static partial void ChargeMoved(
        ILogger logger,
        string flow,
        string key,
        string? paymentId,
        ChargeState before,
        ChargeState after
    );

    [LoggerMessage(
        1201,
        LogLevel.Critical,
        "Charge {Key} was paid twice: {FirstPayment} and {SecondPayment}. Refund one of them, and find out what else "
            + "sends payments with this key"
    )]
    public static partial void SecondPayment(ILogger logger, string key, string? firstPayment, string secondPayment);

    [LoggerMessage(
        1202,
        LogLevel.Warning,
        "Charge {Key} ({Flow}, payment {PaymentId}) was shown as {Shown} and charged as {Charged}"
    )]
    public static partial void PriceDrifted(
        ILogger logger,
        string flow,
        string key,
        string? paymentId,
        string shown,
        string charged
    );

    [LoggerMessage(
        1203,
        LogLevel.Warning,
        "The payments of charge {Key} ({Flow}, payment {PaymentId}) could not be read ({Exception}); they are read "
            + "again later"
    )]
    public static partial void ReadFailed(ILogger logger, string flow, string key, string? paymentId, string exception);

    [LoggerMessage(
        1204,
        LogLevel.Warning,
        "No hosted checkout page could be created for charge {Key} ({Flow}, payment {PaymentId}): {Explanation}"
    )]
    public static partial void NoCheckoutPage(
        ILogger logger,
        string flow,
        string key,
        string? paymentId,
        string explanation
    );

    [LoggerMessage(
        1205,
        LogLevel.Warning,
        "Payment {PaymentId} carries a charge key that is not in the ledger. Check that all nodes share one ledger "
            + "and that charges are not pruned too early"
    )]
    public static partial void PaymentWithoutRecord(ILogger logger, string paymentId);

    [LoggerMessage(1206, LogLevel.Error, "The reconciler failed and runs again later: {Exception}")]
    public static partial void ReconcilerFailed(ILogger logger, string exception);

    [LoggerMessage(
        1207,
        LogLevel.Warning,
        "Live charges are recorded in memory only. After a restart, or on a second server, a repeated charge is not "
            + "recognized. Store them in a database: AddDodoUpsells(…).UseEntityFrameworkStore(…)"
    )]
    public static partial void LiveChargesInMemory(ILogger logger);

    [LoggerMessage(
        1208,
        LogLevel.Error,
        "Payment {PaymentId} of charge {Key} was captured in part only. The charge stays open, and access is not "
            + "granted. Refund the captured part, or grant access yourself"
    )]
    public static partial void PartlyPaid(ILogger logger, string key, string paymentId);

    [LoggerMessage(
        1209,
        LogLevel.Warning,
        "Payment {PaymentId} of charge {Key} was found after the key had been released. It is settled like any other "
            + "payment"
    )]
    public static partial void FoundLate(ILogger logger, string key, string? paymentId);

    [LoggerMessage(
        1210,
        LogLevel.Warning,
        "Charge {Key} ({Flow}) was refused ({Reason}); nothing was charged. {Explanation}"
    )]
    public static partial void ChargeRefused(
        ILogger logger,
        string flow,
        string key,
        ChargeRefusalReason reason,
        string explanation
    );

    [LoggerMessage(
        1100,
        LogLevel.Error,
        "Webhook delivery {WebhookId} ({EventType}) failed in all {Attempts} attempts. It is parked until it is "
            + "replayed. {Error}"
    )]
    public static partial void DeliveryParked(
        ILogger logger,
        string webhookId,
        string eventType,
        int attempts,
        string error
    );

    [LoggerMessage(1101, LogLevel.Warning, "{Handler} failed to handle {EventType} at attempt {Attempt}")]
    public static partial void HandlerFailed(
        ILogger logger,
        Exception exception,
        string handler,
        string eventType,
        int attempt
    );

    [LoggerMessage(EventId = 1102, Message = "A webhook delivery was refused ({Reason}): {Message}")]
    public static partial void DeliveryRefused(
        ILogger logger,
        LogLevel level,
        WebhookRefusalReason reason,
        string message
    );

    [LoggerMessage(1103, LogLevel.Error, "The webhook store failed; it is called again in {Seconds:0} s")]
    public static partial void InboxStoreFailed(ILogger logger, Exception exception, double seconds);

    [LoggerMessage(
        1104,
        LogLevel.Error,
        "The result of handling a webhook delivery could not be stored; the delivery is handled again when its lease "
            + "expires"
    )]
    public static partial void OutcomeNotRecorded(ILogger logger, Exception exception);

    [LoggerMessage(
        1105,
        LogLevel.Warning,
        "The lease of webhook delivery {WebhookId} ({EventType}) expired while it was handled; another worker "
            + "handles it now"
    )]
    public static partial void LeaseLost(ILogger logger, string webhookId, string eventType);

    [LoggerMessage(1106, LogLevel.Debug, "{Count} old webhook deliveries were deleted")]
    public static partial void DeliveriesPruned(ILogger logger, int count);

    [LoggerMessage(
        1107,
        LogLevel.Warning,
        "The services of a webhook handler that ignored its cancellation could not be disposed"
    )]
    public static partial void ScopeNotClosed(ILogger logger, Exception exception);

    [LoggerMessage(
        1300,
        LogLevel.Information,
        "Settlement {Kind} of charge {Key} (payment {PaymentId}) was handled at attempt {Attempt}"
    )]
    public static partial void SettlementTold(
        ILogger logger,
        ChargeSettlementKind kind,
        string key,
        string? paymentId,
        int attempt
    );

    [LoggerMessage(
        1301,
        LogLevel.Warning,
        "{Handler} failed to handle settlement {Kind} of charge {Key} (payment {PaymentId}) at attempt {Attempt}"
    )]
    public static partial void SettlementHandlerFailed(
        ILogger logger,
        Exception exception,
        string handler,
        ChargeSettlementKind kind,
        string key,
        string? paymentId,
        int attempt
    );

    [LoggerMessage(
        1302,
        LogLevel.Error,
        "Settlement {SettlementId} ({Kind}) of charge {Key} (payment {PaymentId}) failed in all {Attempts} attempts. "
            + "It is parked until it is replayed. {Error}"
    )]
    public static partial void SettlementParked(
        ILogger logger,
        string settlementId,
        ChargeSettlementKind kind,
        string key,
        string? paymentId,
        int attempts,
        string error
    );

    [LoggerMessage(1303, LogLevel.Error, "The settlement store failed; it is called again in {Seconds:0} s")]
    public static partial void SettlementStoreFailed(ILogger logger, Exception exception, double seconds);

    [LoggerMessage(
        1304,
        LogLevel.Error,
        "The result of handling a settlement could not be stored; the settlement is handled again when its lease "
            + "expires"
    )]
    public static partial void SettlementOutcomeNotRecorded(ILogger logger, Exception exception);

    [LoggerMessage(
        1305,
        LogLevel.Warning,
        "The lease of a settlement of charge {Key} (payment {PaymentId}) expired while it was handled; another "
            + "worker handles it now"
    )]
    public static partial void SettlementLeaseLost(ILogger logger, string key, string? paymentId);

    [LoggerMessage(1306, LogLevel.Debug, "{Count} old settlements were deleted")]
    public static partial void SettlementsPruned(ILogger logger, int count);
}
