using DodoUpsell.Charging;
using DodoUpsell.Charging.Settlements;
using DodoUpsell.Offers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DodoUpsell.DependencyInjection;

/// <summary>Registers the delivery of settlements and its worker, with or without a brand's service key.</summary>
internal static class SettlementRegistration
{
    public static void Add(IServiceCollection services, string? brand, string optionsName)
    {
        var isFirst = !services.Any(service =>
            service.ServiceType == typeof(IChargeSettlements) && Equals(service.ServiceKey, brand)
        );
        AddBrand(services, brand, provider => Create(provider, brand, optionsName));
        AddBrand<IChargeSettlements>(services, brand, provider => Of<ChargeSettlements>(provider, brand));
        if (isFirst)
            services.AddSingleton<IHostedService>(provider => new SettlementWorker(
                Of<ChargeSettlements>(provider, brand)
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
        var engine = Of<ChargeEngine>(provider, brand);
        return new ChargeSettlements(
            options.Get,
            () => engine.Dodo.Environment,
            engine.Ledger.Settlements,
            new SettlementHandlers(
                provider.GetRequiredService<IServiceScopeFactory>(),
                brand,
                () => new OfferSettlementHandler(() => new OfferSettler(Of<OfferEngine>(provider, brand)))
            ),
            engine.Clock,
            loggers,
            engine.SettlementSignal
        );
    }

    private static T Of<T>(IServiceProvider provider, string? brand)
        where T : notnull =>
        brand is null ? provider.GetRequiredService<T>() : provider.GetRequiredKeyedService<T>(brand);

    private static void AddBrand<T>(IServiceCollection services, string? brand, Func<IServiceProvider, T> create)
        where T : class
    {
        if (brand is null)
            services.TryAddSingleton(create);
        else
            services.TryAddKeyedSingleton(brand, (provider, _) => create(provider));
    }
}
