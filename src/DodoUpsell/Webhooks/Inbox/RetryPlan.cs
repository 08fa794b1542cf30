namespace DodoUpsell.Webhooks;

/// <summary>
/// How long to wait after a failed attempt: as the options say, up to a fifth longer, so that what failed together does
/// not come back together.
/// </summary>
internal sealed class RetryPlan(Func<DodoUpsellOptions> options, Func<double> jitter)
{
    private const double LongestJitter = 0.2;

    public bool IsBeyondLast(int attempt) => attempt > options().Webhooks.RetryDelays.Count + 1;

    /// <summary>Null when this attempt was the last.</summary>
    public TimeSpan? DelayAfter(int attempt)
    {
        var delays = options().Webhooks.RetryDelays;
        return attempt > delays.Count ? null : delays[attempt - 1] * (1 + (LongestJitter * jitter()));
    }
}
