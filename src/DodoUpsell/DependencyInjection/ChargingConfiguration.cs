using Microsoft.Extensions.Configuration;
using static DodoUpsell.DependencyInjection.DodoUpsellConfiguration;

namespace DodoUpsell.DependencyInjection;

/// <summary>Reads the configuration section <c>Charging</c>.</summary>
internal static class ChargingConfiguration
{
    private static readonly string[] Keys =
    [
        nameof(ChargingOptions.WaitBudget),
        nameof(ChargingOptions.GracePeriod),
        nameof(ChargingOptions.QuoteLifetime),
        nameof(ChargingOptions.ReconcileInterval),
        nameof(ChargingOptions.Retention),
    ];

    public static void Read(IConfigurationSection section, ChargingOptions options)
    {
        RefuseUnknownKeys(section, Keys);
        if (Text(section, nameof(options.WaitBudget)) is { } wait)
            options.WaitBudget = ReadTime(section, nameof(options.WaitBudget), wait);
        if (Text(section, nameof(options.GracePeriod)) is { } grace)
            options.GracePeriod = ReadTime(section, nameof(options.GracePeriod), grace);
        if (Text(section, nameof(options.QuoteLifetime)) is { } lifetime)
            options.QuoteLifetime = ReadTime(section, nameof(options.QuoteLifetime), lifetime);
        if (Text(section, nameof(options.ReconcileInterval)) is { } every)
            options.ReconcileInterval = ReadTime(section, nameof(options.ReconcileInterval), every);
        if (Text(section, nameof(options.Retention)) is { } keep)
            options.Retention = ReadTime(section, nameof(options.Retention), keep);
    }
}
