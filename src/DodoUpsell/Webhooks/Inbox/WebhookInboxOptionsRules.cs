namespace DodoUpsell.Webhooks;

/// <summary>Validates the options of an inbox. Each message names the setting, its value and the fix.</summary>
internal static class WebhookInboxOptionsRules
{
    private const int LeastBodyBytes = 1024;
    private const int MostBodyBytes = 16 * 1024 * 1024;
    private const int MostConcurrency = 256;
    private const int MostRetries = 20;
    private static readonly TimeSpan LongestHandlerTimeout = TimeSpan.FromHours(1);
    private static readonly TimeSpan ShortestDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(7);
    private static readonly TimeSpan ShortestRetention = TimeSpan.FromDays(2);

    /// <summary>Returns a message for each invalid setting.</summary>
    /// <param name="options">The options.</param>
    /// <param name="key">A function that returns the full name of a setting.</param>
    public static IEnumerable<string> Failures(WebhookInboxOptions options, Func<string, string> key)
    {
        if (options.MaxBodyBytes is < LeastBodyBytes or > MostBodyBytes)
            yield return $"{key("MaxBodyBytes")} is {options.MaxBodyBytes}: set it to {LeastBodyBytes} to "
                + $"{MostBodyBytes}.";
        if (options.MaxConcurrency is < 1 or > MostConcurrency)
            yield return $"{key("MaxConcurrency")} is {options.MaxConcurrency}: set it to 1 to {MostConcurrency}.";
        if (options.HandlerTimeout <= TimeSpan.Zero || options.HandlerTimeout > LongestHandlerTimeout)
            yield return $"{key("HandlerTimeout")} is {options.HandlerTimeout}: set it to more than zero and at most "
                + $"one hour.";
        if (options.RetryDelays.Count > MostRetries)
            yield return $"{key("RetryDelays")} has {options.RetryDelays.Count} entries: remove entries until at most "
                + $"{MostRetries} remain.";
        foreach (var delay in options.RetryDelays.Where(delay => delay < ShortestDelay || delay > LongestDelay))
        {
            yield return $"{key("RetryDelays")} has the entry {delay}: set it to one second to seven days.";
        }

        if (options.CompletedRetention < ShortestRetention)
            yield return $"{key("CompletedRetention")} is {options.CompletedRetention}: set it to two days or more, "
                + $"because Dodo Payments repeats a delivery for more than a day.";
        if (options.ParkedRetention < ShortestRetention)
            yield return $"{key("ParkedRetention")} is {options.ParkedRetention}: set it to two days or more.";
    }
}
