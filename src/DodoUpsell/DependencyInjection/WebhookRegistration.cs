using DodoUpsell.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DodoUpsell.DependencyInjection;

/// <summary>Registers the inbox, its store and its worker, with or without a brand's service key.</summary>
internal static class WebhookRegistration
{
    public static void Add(IServiceCollection services, string? brand, string optionsName)
    {
        if (brand is null)
        {
            services.TryAddSingleton<IWebhookInboxStore>(_ => new InMemoryWebhookInboxStore());
            services.TryAddSingleton(provider =>
                Create(provider, provider.GetRequiredService<IWebhookInboxStore>(), null, optionsName)
            );
            services.TryAddSingleton<IWebhookInbox>(provider => provider.GetRequiredService<WebhookInbox>());
        }
        else
        {
            services.TryAddKeyedSingleton<IWebhookInboxStore>(brand, (_, _) => new InMemoryWebhookInboxStore(brand));
            services.TryAddKeyedSingleton(
                brand,
                (provider, _) =>
                    Create(provider, provider.GetRequiredKeyedService<IWebhookInboxStore>(brand), brand, optionsName)
            );
            services.TryAddKeyedSingleton<IWebhookInbox>(
                brand,
                (provider, _) => provider.GetRequiredKeyedService<WebhookInbox>(brand)
            );
        }

        AddWorker(services, brand);
    }

    private static WebhookInbox Create(
        IServiceProvider provider,
        IWebhookInboxStore store,
        string? brand,
        string optionsName
    )
    {
        var loggers = provider.GetRequiredService<ILoggerFactory>();
        var options = new CurrentOptions(
            provider.GetRequiredService<IOptionsMonitor<DodoUpsellOptions>>(),
            optionsName,
            loggers.CreateLogger("DodoUpsell")
        );
        return new WebhookInbox(
            options.Get,
            store,
            provider.GetService<TimeProvider>() ?? TimeProvider.System,
            loggers,
            new ServiceHandlers(provider.GetRequiredService<IServiceScopeFactory>(), brand)
        );
    }

    // Hosted services have no keys, so a marker service records which brands have a worker.
    private static void AddWorker(IServiceCollection services, string? brand)
    {
        if (
            services.Any(service =>
                service.ServiceType == typeof(WorkerRegistered)
                && string.Equals(
                    (service.ImplementationInstance as WorkerRegistered)?.Brand,
                    brand,
                    StringComparison.Ordinal
                )
            )
        )
            return;
        services.AddSingleton(new WorkerRegistered(brand));
        services.AddSingleton<IHostedService>(provider => new InboxWorker(
            brand is null
                ? provider.GetRequiredService<WebhookInbox>()
                : provider.GetRequiredKeyedService<WebhookInbox>(brand)
        ));
    }

    private sealed record WorkerRegistered(string? Brand);
}
