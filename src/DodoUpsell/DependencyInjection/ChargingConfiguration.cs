using Microsoft.Extensions.Configuration;

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
        var read = new SettingsReader(section, Keys);
        options.WaitBudget = read.Time(nameof(options.WaitBudget)) ?? options.WaitBudget;
        options.GracePeriod = read.Time(nameof(options.GracePeriod)) ?? options.GracePeriod;
        options.QuoteLifetime = read.Time(nameof(options.QuoteLifetime)) ?? options.QuoteLifetime;
        options.ReconcileInterval = read.Time(nameof(options.ReconcileInterval)) ?? options.ReconcileInterval;
        options.Retention = read.Time(nameof(options.Retention)) ?? options.Retention;
    }
}
