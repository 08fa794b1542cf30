using Microsoft.Extensions.Logging;

namespace DodoUpsell.Diagnostics;

/// <summary>The log lines about the results of offers.</summary>
internal static partial class Log
{
    [LoggerMessage(
        1430,
        LogLevel.Error,
        "Offer rule {RuleId} paused itself: too many {Reason}, {Count} of {Total}. It is not offered, and its open offers "
            + "cannot be accepted. Find the cause, then resume the rule"
    )]
    public static partial void OfferRulePaused(
        ILogger logger,
        string ruleId,
        OfferPauseReason reason,
        int count,
        int total
    );

    [LoggerMessage(1431, LogLevel.Error, "The limits of offer rule {RuleId} could not be checked: {Error}")]
    public static partial void OfferRuleNotChecked(ILogger logger, string ruleId, string error);

    [LoggerMessage(
        1432,
        LogLevel.Warning,
        "The offer observer {Observer} failed with {Error}. The offer is not affected, and the observer is not told again"
    )]
    public static partial void OfferObserverFailed(ILogger logger, string observer, string error);
}
