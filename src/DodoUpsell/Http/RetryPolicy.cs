using System.Net;

namespace DodoUpsell.Http;

/// <summary>
/// Decides whether and when a call is sent again. A charge is sent again only if it provably was not executed.
/// </summary>
/// <param name="jitter">Provides numbers from 0 up to 1, so that clients do not retry simultaneously.</param>
internal readonly struct RetryPolicy(Func<double> jitter)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(8);

    /// <summary>Returns the delay before the next attempt, or null if there must be none.</summary>
    public TimeSpan? WaitBefore(OperationSafety safety, AttemptOutcome outcome, int attempt, int maxRetries)
    {
        if (attempt > maxRetries || outcome.End == AttemptEnd.TooLate)
            return null;
        var mayRepeat =
            safety == OperationSafety.Charge
                ? WasNotExecuted(outcome) && !IsLimitReached(outcome)
                : MayPassNextTime(outcome);
        return mayRepeat ? Later(outcome.Response?.RetryAfter, BackOff(attempt)) : null;
    }

    /// <summary>
    /// Returns whether nothing was executed: nothing was sent, or the response is 429 or the one 503 that is documented
    /// as rejected before execution.
    /// </summary>
    public static bool WasNotExecuted(AttemptOutcome outcome) =>
        outcome.End switch
        {
            _ when outcome.NothingLeft => true,
            AttemptEnd.Answered => outcome.Response!.Status switch
            {
                HttpStatusCode.TooManyRequests => true,
                HttpStatusCode.ServiceUnavailable => ErrorBody.Read(outcome.Response.Body.Span).Code
                    == DodoErrorCode.DiscountConcurrentRedemption,
                _ => false,
            },
            _ => false,
        };

    // A 429 that is not a rate limit: retries of a renewal must be hours apart.
    private static bool IsLimitReached(AttemptOutcome outcome) =>
        outcome.Response is { Status: HttpStatusCode.TooManyRequests } response
        && ErrorBody.Read(response.Body.Span).Code == DodoErrorCode.ManualRetryLimitReached;

    // After a 409 the state has to be read again; the request is never sent again.
    private static bool MayPassNextTime(AttemptOutcome outcome) =>
        outcome.End != AttemptEnd.Answered || (int)outcome.Response!.Status is 408 or 429 or >= 500;

    private TimeSpan BackOff(int attempt)
    {
        var full = Math.Min(First.TotalSeconds * Math.Pow(2, attempt - 1), Longest.TotalSeconds);
        return TimeSpan.FromSeconds(full * (0.5 + (jitter() / 2)));
    }

    // The server's value is a lower bound and is never shortened.
    private static TimeSpan Later(TimeSpan? asked, TimeSpan backOff) => asked > backOff ? asked.Value : backOff;
}
