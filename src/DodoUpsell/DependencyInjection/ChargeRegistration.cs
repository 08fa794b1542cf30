using DodoUpsell.Charging;
using DodoUpsell.Diagnostics;
using DodoUpsell.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DodoUpsell.DependencyInjection;

/// <summary>Registers the flows, their ledger and the reconciler, with or without a brand's service key.</summary>
internal static class ChargeRegistration
{
    public static void Add(IServiceCollection services, string? brand, string optionsName)
    {
        var isFirst = !services.HasBrand(typeof(ChargeEngine), brand);
        services.TryAddBrand<IChargeLedger>(brand, static _ => new InMemoryChargeLedger());
        services.TryAddBrand(brand, provider => Engine(provider, brand, optionsName));
        services.TryAddBrand(brand, provider => new UpsellFlow(provider.Of<ChargeEngine>(brand)));
        services.TryAddBrand<IUpsellFlow>(brand, provider => provider.Of<UpsellFlow>(brand));
        services.TryAddBrand(brand, provider => new CrossSellFlow(provider.Of<ChargeEngine>(brand)));
        services.TryAddBrand<ICrossSellFlow>(brand, provider => provider.Of<CrossSellFlow>(brand));
        services.TryAddBrand(brand, provider => new PlanChangeFlow(provider.Of<ChargeEngine>(brand)));
        services.TryAddBrand<IPlanChangeFlow>(brand, provider => provider.Of<PlanChangeFlow>(brand));
        services.TryAddBrand(brand, provider => new ChargeReconciler(provider.Of<ChargeEngine>(brand)));
        if (!isFirst)
            return;

        services.AddBrand<ISystemWebhookHandler>(
            brand,
            provider => new PaymentWebhookHandler(provider.Of<ChargeEngine>(brand))
        );
        services.AddSingleton<IHostedService>(provider => new ReconcileWorker(
            provider.Of<ChargeReconciler>(brand),
            provider.Of<ChargeEngine>(brand),
            () => [.. provider.All<ISystemWork>(brand)]
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
        var ledger = provider.Of<IChargeLedger>(brand);
        if (ledger is InMemoryChargeLedger && options.Get().Environment == DodoEnvironment.Live)
            Log.LiveChargesInMemory(log);
        return new ChargeEngine(
            provider.Of<IDodoClient>(brand),
            ledger,
            () => options.Get().Charging,
            provider.GetService<TimeProvider>() ?? TimeProvider.System,
            provider.GetService<ChargeMessages>() ?? ChargeMessages.English,
            log
        );
    }
}
