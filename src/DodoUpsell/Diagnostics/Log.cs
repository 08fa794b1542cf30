using Microsoft.Extensions.Logging;

namespace DodoUpsell.Diagnostics;

/// <summary>Every log line of the core. Ids are stable; no line has a key, an id in a path, personal data or a body.</summary>
internal static partial class Log
{
    [LoggerMessage(1000, LogLevel.Debug, "{Operation} finished in {Milliseconds:0.0} ms")]
    public static partial void Finished(ILogger logger, string operation, double milliseconds);

    [LoggerMessage(1001, LogLevel.Warning, "{Operation}: {Outcome} at attempt {Attempt}; trying again in {Milliseconds:0} ms")]
    public static partial void Retrying(ILogger logger, string operation, string outcome, int attempt, double milliseconds);

    [LoggerMessage(1002, LogLevel.Error, "{Operation}: the outcome of a charge is unknown. {Explanation}")]
    public static partial void OutcomeUnknown(ILogger logger, string operation, string explanation);

    [LoggerMessage(1003, LogLevel.Information, "{Operation} waits {Milliseconds:0} ms to stay within the rate limit")]
    public static partial void WaitingForRateLimit(ILogger logger, string operation, double milliseconds);

    [LoggerMessage(1004, LogLevel.Error, "The changed options are wrong and were not taken over; the last good ones stay in use. {Failures}")]
    public static partial void OptionsNotTakenOver(ILogger logger, string failures);
}
