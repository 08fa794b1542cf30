namespace DodoUpsell.Charging;

/// <summary>Validates charging options. Each error names the setting and its valid range.</summary>
internal static class ChargingOptionsCheck
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Calls <paramref name="wrong"/> with the name, the value and the fix of each invalid setting.</summary>
    public static void Check(ChargingOptions options, TimeSpan totalTimeout, Action<string, TimeSpan, string> wrong)
    {
        var leastGrace = ChargeTimes.ListingLag + ChargeTimes.MarkLifetime + totalTimeout;
        if (options.WaitBudget < TimeSpan.Zero || options.WaitBudget > 2 * Minute)
            wrong(nameof(options.WaitBudget), options.WaitBudget, "it must be between 0 and 2 minutes");
        if (options.GracePeriod < leastGrace || options.GracePeriod > 7 * Day)
            wrong(
                nameof(options.GracePeriod),
                options.GracePeriod,
                $"it must be between {leastGrace} and 7 days. For a shorter time a charge may still be on its way, "
                    + $"or not be listed yet: {ChargeTimes.ListingLag.TotalMinutes} minutes for listing, "
                    + $"{ChargeTimes.MarkLifetime.TotalMinutes} minutes for sending, and TotalTimeout"
            );
        if (options.QuoteLifetime < Minute || options.QuoteLifetime > 60 * Minute)
            wrong(nameof(options.QuoteLifetime), options.QuoteLifetime, "it must be between 1 minute and 1 hour");
        if (options.ReconcileInterval < TimeSpan.FromSeconds(1) || options.ReconcileInterval > 60 * Minute)
            wrong(
                nameof(options.ReconcileInterval),
                options.ReconcileInterval,
                "it must be between 1 second and 1 hour"
            );
        if (options.Retention < Day)
            wrong(nameof(options.Retention), options.Retention, "it must be at least one day");
    }

    public static void ThrowIfWrong(ChargingOptions options, TimeSpan totalTimeout) =>
        Check(
            options,
            totalTimeout,
            (setting, value, fix) =>
                throw new ArgumentException($"{nameof(ChargingOptions)}.{setting} is {value}: {fix}.", nameof(options))
        );
}
