using DodoUpsell.Webhooks;
using Microsoft.Extensions.Logging;

namespace DodoUpsell.Diagnostics;

/// <summary>
/// Every log line of the core. Ids are stable; no line has a key, an id in a path, personal data or a body.
/// </summary>
internal static partial class Log
{
    [LoggerMessage(1000, LogLevel.Debug, "{Operation} finished in {Milliseconds:0.0} ms")]
    public static partial void Finished(ILogger logger, string operation, double milliseconds);

    [LoggerMessage(
        1001,
        LogLevel.Warning,
        "{Operation}: {Outcome} at attempt {Attempt}; trying again in {Milliseconds:0} ms"
    )]
    public static partial void Retrying(
        ILogger logger,
        string operation,
        string outcome,
        int attempt,
        double milliseconds
    );

    [LoggerMessage(1002, LogLevel.Error, "{Operation}: the outcome of a charge is unknown. {Explanation}")]
    public static partial void OutcomeUnknown(ILogger logger, string operation, string explanation);

    [LoggerMessage(1003, LogLevel.Information, "{Operation} waits {Milliseconds:0} ms to stay within the rate limit")]
    public static partial void WaitingForRateLimit(ILogger logger, string operation, double milliseconds);

    [LoggerMessage(
        1004,
        LogLevel.Error,
        "The changed options are wrong and were not taken over; the last good ones stay in use. {Failures}"
    )]
    public static partial void OptionsNotTakenOver(ILogger logger, string failures);

    [LoggerMessage(
        1005,
        LogLevel.Error,
        "This node's clock differs from the API's by at least {Difference}, which is more than MaxClockSkew "
            + "({MaxDifference}). The node claims no charges until the clock is set right; check its time "
            + "synchronization"
    )]
    public static partial void ClockNotTrusted(ILogger logger, TimeSpan difference, TimeSpan maxDifference);

    [LoggerMessage(
        1006,
        LogLevel.Information,
        "This node's clock differs from the API's by no more than MaxClockSkew ({MaxDifference}) again"
    )]
    public static partial void ClockTrustedAgain(ILogger logger, TimeSpan maxDifference);

    [LoggerMessage(1200, LogLevel.Information, "A charge of {Flow} went from {Before} to {After}")]
    public static partial void ChargeMoved(ILogger logger, string flow, ChargeState before, ChargeState after);

    [LoggerMessage(
        1201,
        LogLevel.Critical,
        "A second payment succeeded under the charge key {Key}: {FirstPayment} and {SecondPayment}. Refund one "
            + "of them, and find out who sends charges with this key besides this SDK."
    )]
    public static partial void SecondPayment(ILogger logger, string key, string? firstPayment, string secondPayment);

    [LoggerMessage(1202, LogLevel.Warning, "A charge of {Flow} was shown as {Shown} and charged as {Charged}")]
    public static partial void PriceDrifted(ILogger logger, string flow, string shown, string charged);

    [LoggerMessage(
        1203,
        LogLevel.Warning,
        "A charge of {Flow} could not be read just now ({Exception}); it is looked for again"
    )]
    public static partial void ReadFailed(ILogger logger, string flow, string exception);

    [LoggerMessage(1204, LogLevel.Warning, "No checkout page could be opened beside a charge of {Flow}: {Explanation}")]
    public static partial void NoCheckoutPage(ILogger logger, string flow, string explanation);

    [LoggerMessage(
        1205,
        LogLevel.Warning,
        "The payment {PaymentId} carries a charge key that the ledger does not know. Is the ledger another one, "
            + "or was it pruned too early?"
    )]
    public static partial void PaymentWithoutRecord(ILogger logger, string paymentId);

    [LoggerMessage(1206, LogLevel.Error, "The reconciler failed and tries again: {Exception}")]
    public static partial void ReconcilerFailed(ILogger logger, string exception);

    [LoggerMessage(
        1207,
        LogLevel.Warning,
        "Live charges are claimed in memory: after a restart, or on a second server, a repeat of a charge is not "
            + "known as one. Keep them in a database: AddDodoUpsells(…).UseEntityFrameworkStore(…)"
    )]
    public static partial void LiveChargesInMemory(ILogger logger);

    [LoggerMessage(
        1208,
        LogLevel.Error,
        "Only a part of the payment {PaymentId} was captured, and no more will be. Its charge stays open: "
            + "nothing is granted or charged for it until you decide. Refund the part, or grant access yourself"
    )]
    public static partial void PartlyPaid(ILogger logger, string paymentId);

    [LoggerMessage(
        1209,
        LogLevel.Warning,
        "A payment of the charge {Key} was found after its key had been released: {PaymentId}. It is settled "
            + "like any other"
    )]
    public static partial void FoundLate(ILogger logger, string key, string? paymentId);

    [LoggerMessage(
        1100,
        LogLevel.Error,
        "The webhook delivery {WebhookId} ({EventType}) failed in all {Attempts} attempts and is parked until it "
            + "is replayed. {Error}"
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

    [LoggerMessage(1103, LogLevel.Error, "The store of the webhook inbox failed; trying again in {Seconds:0} s")]
    public static partial void InboxStoreFailed(ILogger logger, Exception exception, double seconds);

    [LoggerMessage(
        1104,
        LogLevel.Error,
        "How an attempt at a webhook delivery ended could not be recorded; it is handled again when its lease has ended"
    )]
    public static partial void OutcomeNotRecorded(ILogger logger, Exception exception);

    [LoggerMessage(
        1105,
        LogLevel.Warning,
        "The webhook delivery {WebhookId} ({EventType}) took longer than its lease, and another worker has it now"
    )]
    public static partial void LeaseLost(ILogger logger, string webhookId, string eventType);

    [LoggerMessage(1106, LogLevel.Debug, "{Count} old webhook deliveries were deleted")]
    public static partial void DeliveriesPruned(ILogger logger, int count);

    [LoggerMessage(
        1107,
        LogLevel.Warning,
        "The services of a webhook handler that had been left behind could not be disposed of"
    )]
    public static partial void ScopeNotClosed(ILogger logger, Exception exception);

    [LoggerMessage(
        1300,
        LogLevel.Information,
        "The settlement {Kind} of the charge {Key} (payment {PaymentId}) was told at attempt {Attempt}"
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
        "{Handler} failed to handle the settlement {Kind} of the charge {Key} (payment {PaymentId}) at attempt "
            + "{Attempt}"
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
        "The settlement {SettlementId} ({Kind}) of the charge {Key} (payment {PaymentId}) failed in all "
            + "{Attempts} attempts and is parked until it is replayed. {Error}"
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

    [LoggerMessage(1303, LogLevel.Error, "The store of settlements failed; trying again in {Seconds:0} s")]
    public static partial void SettlementStoreFailed(ILogger logger, Exception exception, double seconds);

    [LoggerMessage(
        1304,
        LogLevel.Error,
        "How an attempt to tell a settlement ended could not be recorded; it is told again when its lease has ended"
    )]
    public static partial void SettlementOutcomeNotRecorded(ILogger logger, Exception exception);

    [LoggerMessage(
        1305,
        LogLevel.Warning,
        "Telling a settlement of the charge {Key} (payment {PaymentId}) took longer than its lease, and another "
            + "worker has it now"
    )]
    public static partial void SettlementLeaseLost(ILogger logger, string key, string? paymentId);

    [LoggerMessage(1306, LogLevel.Debug, "{Count} old settlements were deleted")]
    public static partial void SettlementsPruned(ILogger logger, int count);
}
