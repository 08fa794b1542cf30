using Microsoft.Extensions.Logging;

namespace DodoUpsell.Diagnostics;

internal static partial class Log
{
    [LoggerMessage(1450, LogLevel.Information, "Offer {OfferId} of rule {RuleId} went from {From} to {To}")]
    public static partial void OfferMoved(
        ILogger logger,
        string offerId,
        string ruleId,
        OfferState from,
        OfferState to
    );

    [LoggerMessage(
        1451,
        LogLevel.Error,
        "Offer {OfferId} was {State} when its payment {PaymentId} was found. It counts as accepted. Refund the payment "
            + "if the customer did not want it"
    )]
    public static partial void OfferPaidUnexpectedly(
        ILogger logger,
        string offerId,
        OfferState state,
        string? paymentId
    );

    [LoggerMessage(
        1452,
        LogLevel.Warning,
        "Offer {OfferId} could not be expired or settled; it is tried again. {Error}"
    )]
    public static partial void OfferNotSwept(ILogger logger, string offerId, string error);

    [LoggerMessage(
        1453,
        LogLevel.Warning,
        "Offer {OfferId} could not be opened again after nothing was sent for it. It ends without a charge. {Error}"
    )]
    public static partial void OfferNotReopened(ILogger logger, string offerId, string error);

    [LoggerMessage(1454, LogLevel.Error, "Overdue offers could not be read; they are looked for again. {Error}")]
    public static partial void OfferSweepFailed(ILogger logger, string error);
}
