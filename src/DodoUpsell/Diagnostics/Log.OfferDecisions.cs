using DodoUpsell.Offers;
using Microsoft.Extensions.Logging;

namespace DodoUpsell.Diagnostics;

// Ids 1410 to 1419: decisions about offers.
internal static partial class Log
{
    [LoggerMessage(
        1410,
        LogLevel.Warning,
        "No offer is made at {Placement}, because the facts could not be read ({Exception})"
    )]
    public static partial void OfferFactsUnavailable(ILogger logger, string placement, string exception);

    [LoggerMessage(
        1411,
        LogLevel.Warning,
        "Rules that need {Fact} are not offered, because the API could not be read ({Exception})"
    )]
    public static partial void OfferFactUnknown(ILogger logger, OfferFact fact, string exception);

    [LoggerMessage(
        1412,
        LogLevel.Warning,
        "Rules for the audience {Audience} are not offered, because it failed ({Exception})"
    )]
    public static partial void AudienceFailed(ILogger logger, string audience, string exception);

    [LoggerMessage(
        1413,
        LogLevel.Warning,
        "The allocator named no variant of the experiment {Experiment} ({Answer}), so rule {RuleId} is not offered"
    )]
    public static partial void NoVariant(ILogger logger, string experiment, string answer, string ruleId);

    [LoggerMessage(
        1414,
        LogLevel.Warning,
        "The customer of payment {PaymentId} could not be linked to its user ({Exception}); the next offer tries again"
    )]
    public static partial void OfferLinkFailed(ILogger logger, string paymentId, string exception);

    [LoggerMessage(1415, LogLevel.Warning, "No offer was made at {Placement} within {Deadline}")]
    public static partial void OfferDeadlineExceeded(ILogger logger, string placement, TimeSpan deadline);
}
