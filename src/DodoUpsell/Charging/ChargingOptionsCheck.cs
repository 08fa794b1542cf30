namespace DodoUpsell.Charging;

/// <summary>What is wrong with charging options, each with the setting and its fix.</summary>
internal static class ChargingOptionsCheck
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static IEnumerable<(string Setting, string Fix)> Wrong(ChargingOptions options)
    {
        if (options.WaitBudget < TimeSpan.Zero || options.WaitBudget > 2 * Minute) yield return (nameof(options.WaitBudget), "must be 0 to 2 minutes");
        if (options.GracePeriod < 5 * Minute || options.GracePeriod > 7 * Day) yield return (nameof(options.GracePeriod), "must be 5 minutes to 7 days");
        if (options.QuoteLifetime < Minute || options.QuoteLifetime > 60 * Minute) yield return (nameof(options.QuoteLifetime), "must be 1 minute to 1 hour");
        if (options.ReconcileEvery < TimeSpan.FromSeconds(1) || options.ReconcileEvery > 60 * Minute) yield return (nameof(options.ReconcileEvery), "must be 1 second to 1 hour");
        if (options.KeepFor < Day) yield return (nameof(options.KeepFor), "must be a day at least");
    }

    public static void ThrowIfWrong(ChargingOptions options)
    {
        foreach (var (setting, fix) in Wrong(options)) throw new ArgumentException($"{nameof(ChargingOptions)}.{setting} {fix}.", nameof(options));
    }
}
