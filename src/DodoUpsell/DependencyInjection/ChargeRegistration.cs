using DodoUpsell.Charging;
using DodoUpsell.Diagnostics;
using DodoUpsell.Offers;
using DodoUpsell.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DodoUpsell.DependencyInjection;

/// <summary>Registers the flows, their ledger and the reconciler, with or without a brand's service key.</summary>
internal static class ChargeRegistration
{
    public static void Add(IServiceCollection services, string? brand, string optionsName)
    {
        var isFirst = !services.Any(service =>
            service.ServiceType == typeof(ChargeEngine) && Equals(service.ServiceKey, brand)
        );
        AddBrand<IChargeLedger>(services, brand, static _ => new InMemoryChargeLedger());
        AddBrand(services, brand, provider => Engine(provider, brand, optionsName));
        AddBrand(services, brand, provider => new UpsellFlow(Of<ChargeEngine>(provider, brand)));
        AddBrand<IUpsellFlow>(services, brand, provider => Of<UpsellFlow>(provider, brand));
        AddBrand(services, brand, provider => new CrossSellFlow(Of<ChargeEngine>(provider, brand)));
        AddBrand<ICrossSellFlow>(services, brand, provider => Of<CrossSellFlow>(provider, brand));
        AddBrand(services, brand, provider => new PlanChangeFlow(Of<ChargeEngine>(provider, brand)));
        AddBrand<IPlanChangeFlow>(services, brand, provider => Of<PlanChangeFlow>(provider, brand));
        AddBrand(services, brand, provider => new ChargeReconciler(Of<ChargeEngine>(provider, brand)));
        if (!isFirst)
            return;

        // Not TryAdd, because there can be several implementations of this service.
        if (brand is null)
            services.AddSingleton<ISystemWebhookHandler>(provider => new PaymentWebhookHandler(
                Of<ChargeEngine>(provider, brand)
            ));
        else
            services.AddKeyedSingleton<ISystemWebhookHandler>(
                brand,
                (provider, _) => new PaymentWebhookHandler(Of<ChargeEngine>(provider, brand))
            );
        services.AddSingleton<IHostedService>(provider => new ReconcileWorker(
            Of<ChargeReconciler>(provider, brand),
            Of<ChargeEngine>(provider, brand),
            () => new OfferWorker(Of<OfferEngine>(provider, brand))
        ));
    }

    private static ChargeEngine Engine(IServiceProvider provider, string? brand, string optionsName)
    {
        var log = provider.GetRequiredService<ILoggerFactory>().CreateLogger("DodoUpsell");
        var options = new CurrentOptions(
            provider.GetRequiredService<IOptionsMonitor<DodoUpsellOptions>>(),
            optionsName,
            log
        );
        var ledger = Of<IChargeLedger>(provider, brand);
        if (ledger is InMemoryChargeLedger && options.Get().Environment == DodoEnvironment.Live)
            Log.LiveChargesInMemory(log);
        return new ChargeEngine(
            Of<IDodoClient>(provider, brand),
            ledger,
            () => options.Get().Charging,
            provider.GetService<TimeProvider>() ?? TimeProvider.System,
            provider.GetService<ChargeMessages>() ?? ChargeMessages.English,
            log
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
