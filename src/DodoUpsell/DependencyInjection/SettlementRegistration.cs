using DodoUpsell.Charging;
using DodoUpsell.Charging.Settlements;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DodoUpsell.DependencyInjection;

/// <summary>Registers the delivery of settlements and its worker, with or without a brand's service key.</summary>
internal static class SettlementRegistration
{
    public static void Add(IServiceCollection services, string? brand, string optionsName)
    {
        var isFirst = !services.HasBrand(typeof(IChargeSettlements), brand);
        services.TryAddBrand(brand, provider => Create(provider, brand, optionsName));
        services.TryAddBrand<IChargeSettlements>(brand, provider => provider.Of<ChargeSettlements>(brand));
        if (isFirst)
            services.AddSingleton<IHostedService>(provider => new SettlementWorker(
                provider.Of<ChargeSettlements>(brand)
            ));
    }

    private static ChargeSettlements Create(IServiceProvider provider, string? brand, string optionsName)
    {
        var loggers = provider.GetRequiredService<ILoggerFactory>();
        var options = new CurrentOptions(
            provider.GetRequiredService<IOptionsMonitor<DodoUpsellOptions>>(),
            optionsName,
            loggers.CreateLogger("DodoUpsell")
        );
        var engine = provider.Of<ChargeEngine>(brand);
        return new ChargeSettlements(
            options.Get,
            () => engine.Dodo.Environment,
            engine.Ledger.Settlements,
            new SettlementHandlers(provider.GetRequiredService<IServiceScopeFactory>(), brand),
            engine.Clock,
            loggers,
            engine.SettlementSignal
        );
    }
}
