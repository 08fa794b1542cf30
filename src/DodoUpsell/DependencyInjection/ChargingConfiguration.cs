using Microsoft.Extensions.Configuration;
using static DodoUpsell.DependencyInjection.DodoUpsellConfiguration;

namespace DodoUpsell.DependencyInjection;

/// <summary>Reads the section <c>Charging</c>.</summary>
internal static class ChargingConfiguration
{
    private static readonly string[] Keys =
    [
        nameof(ChargingOptions.WaitBudget), nameof(ChargingOptions.GracePeriod), nameof(ChargingOptions.QuoteLifetime), nameof(ChargingOptions.ReconcileEvery), nameof(ChargingOptions.KeepFor),
    ];

    public static void Read(IConfigurationSection section, ChargingOptions options)
    {
        RefuseUnknownKeys(section, Keys);
        if (Text(section, nameof(options.WaitBudget)) is { } wait) options.WaitBudget = ReadTime(section, nameof(options.WaitBudget), wait);
        if (Text(section, nameof(options.GracePeriod)) is { } grace) options.GracePeriod = ReadTime(section, nameof(options.GracePeriod), grace);
        if (Text(section, nameof(options.QuoteLifetime)) is { } lifetime) options.QuoteLifetime = ReadTime(section, nameof(options.QuoteLifetime), lifetime);
        if (Text(section, nameof(options.ReconcileEvery)) is { } every) options.ReconcileEvery = ReadTime(section, nameof(options.ReconcileEvery), every);
        if (Text(section, nameof(options.KeepFor)) is { } keep) options.KeepFor = ReadTime(section, nameof(options.KeepFor), keep);
    }
}
