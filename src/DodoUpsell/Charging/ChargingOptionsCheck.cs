namespace DodoUpsell.Charging;

/// <summary>What is wrong with charging options, each with the setting and its fix.</summary>
internal static class ChargingOptionsCheck
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static IEnumerable<(string Setting, TimeSpan Value, string Fix)> Wrong(
        ChargingOptions options,
        TimeSpan totalTimeout
    )
    {
        var leastGrace = ChargeTimes.ListingLag + ChargeTimes.MarkLifetime + totalTimeout;
        if (options.WaitBudget < TimeSpan.Zero || options.WaitBudget > 2 * Minute)
            yield return (nameof(options.WaitBudget), options.WaitBudget, "set it to 0 to 2 minutes");
        if (options.GracePeriod < leastGrace || options.GracePeriod > 7 * Day)
            yield return (
                nameof(options.GracePeriod),
                options.GracePeriod,
                $"set it to {leastGrace} up to 7 days. Before that a charge may still be on its way, or not be "
                    + $"listed yet: {ChargeTimes.ListingLag.TotalMinutes} minutes, "
                    + $"{ChargeTimes.MarkLifetime.TotalMinutes} minutes and TotalTimeout"
            );
        if (options.QuoteLifetime < Minute || options.QuoteLifetime > 60 * Minute)
            yield return (nameof(options.QuoteLifetime), options.QuoteLifetime, "set it to 1 minute to 1 hour");
        if (options.ReconcileInterval < TimeSpan.FromSeconds(1) || options.ReconcileInterval > 60 * Minute)
            yield return (nameof(options.ReconcileInterval), options.ReconcileInterval, "set it to 1 second to 1 hour");
        if (options.Retention < Day)
            yield return (nameof(options.Retention), options.Retention, "set it to a day or more");
    }

    public static void ThrowIfWrong(ChargingOptions options, TimeSpan totalTimeout)
    {
        foreach (var (setting, value, fix) in Wrong(options, totalTimeout))
            throw new ArgumentException($"{nameof(ChargingOptions)}.{setting} is {value}: {fix}.", nameof(options));
    }
}
