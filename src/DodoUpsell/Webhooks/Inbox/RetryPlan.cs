namespace DodoUpsell.Webhooks;

/// <summary>
/// Calculates the delays after failed attempts: the configured delays, extended by up to a fifth at random, so that
/// items that failed at the same time are not retried at the same time.
/// </summary>
internal sealed class RetryPlan(Func<DodoUpsellOptions> options, Func<double> jitter)
{
    private const double LongestJitter = 0.2;

    public bool IsBeyondLast(int attempt) => attempt > options().Webhooks.RetryDelays.Count + 1;

    /// <summary>Returns the delay after the given attempt, or null if it was the last one.</summary>
    public TimeSpan? DelayAfter(int attempt)
    {
        var delays = options().Webhooks.RetryDelays;
        return attempt > delays.Count ? null : delays[attempt - 1] * (1 + (LongestJitter * jitter()));
    }
}
