using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DodoUpsell.DependencyInjection;

/// <summary>Registers the client and its resource clients, with or without a brand's service key.</summary>
internal static class ClientRegistration
{
    public static void Add(IServiceCollection services, string? brand, string optionsName, string httpClientName)
    {
        services.TryAddBrand<IDodoClient>(brand, provider => Create(provider, optionsName, httpClientName));
        AddResource(services, brand, dodo => dodo.Customers);
        AddResource(services, brand, dodo => dodo.CheckoutSessions);
        AddResource(services, brand, dodo => dodo.Payments);
        AddResource(services, brand, dodo => dodo.Subscriptions);
        AddResource(services, brand, dodo => dodo.Products);
        AddResource(services, brand, dodo => dodo.Addons);
        AddResource(services, brand, dodo => dodo.Discounts);
        AddResource(services, brand, dodo => dodo.Refunds);
        AddResource(services, brand, dodo => dodo.WebhookEndpoints);
        AddResource(services, brand, dodo => dodo.Reference);
    }

    private static DodoClient Create(IServiceProvider provider, string optionsName, string httpClientName)
    {
        var loggers = provider.GetRequiredService<ILoggerFactory>();
        var options = new CurrentOptions(
            provider.GetRequiredService<IOptionsMonitor<DodoUpsellOptions>>(),
            optionsName,
            loggers.CreateLogger("DodoUpsell")
        );
        var http = provider.GetRequiredService<IHttpClientFactory>().CreateClient(httpClientName);
        return new DodoClient(
            http,
            options.Get,
            provider.GetService<TimeProvider>() ?? TimeProvider.System,
            loggers,
            ownsHttpClient: false,
            isGuarded: provider.GetRequiredService<SendOnceFilter>().IsGuarded(httpClientName)
        );
    }

    private static void AddResource<T>(IServiceCollection services, string? brand, Func<IDodoClient, T> choose)
        where T : class => services.TryAddBrand(brand, provider => choose(provider.Of<IDodoClient>(brand)));
}
