using Microsoft.Extensions.Logging;

namespace DodoUpsell.Diagnostics;

// Ids 1400 to 1409: the catalogue of offers.
internal static partial class Log
{
    [LoggerMessage(1400, LogLevel.Warning, "Offer rule {RuleId} is not reachable ({Reason}). {Explanation}")]
    public static partial void RuleUnreachable(
        ILogger logger,
        string ruleId,
        OfferRuleWarningReason reason,
        string explanation
    );
}
