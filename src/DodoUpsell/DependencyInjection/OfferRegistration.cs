using DodoUpsell.Charging;
using DodoUpsell.Offers;
using DodoUpsell.Offers.Experiments;
using DodoUpsell.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DodoUpsell.DependencyInjection;

/// <summary>Registers offers: the flow, its store and the check of the catalogue when the app starts.</summary>
internal static class OfferRegistration
{
    public static void Add(IServiceCollection services, string? brand, string optionsName)
    {
        var isFirst = !services.Any(service =>
            service.ServiceType == typeof(OfferEngine) && Equals(service.ServiceKey, brand)
        );
        AddBrand<IOfferStore>(services, brand, static _ => new InMemoryOfferStore());
        AddBrand(services, brand, provider => Catalogue(provider, brand, optionsName));
        AddBrand(services, brand, provider => Engine(provider, brand));
        AddBrand(services, brand, provider => new OfferFlow(Of<OfferEngine>(provider, brand)));
        AddBrand<IOfferFlow>(services, brand, provider => Of<OfferFlow>(provider, brand));
        AddBrand<IConsentReceipts>(services, brand, provider => new ConsentReceipts(Of<OfferEngine>(provider, brand)));
        if (!isFirst)
            return;

        // Not TryAdd, because there can be several implementations of this service.
        if (brand is null)
            services.AddSingleton<ISystemWebhookHandler>(provider => WebhookHandler(provider, brand));
        else
            services.AddKeyedSingleton<ISystemWebhookHandler>(brand, (provider, _) => WebhookHandler(provider, brand));
        services.AddOptionsWithValidateOnStart<OfferStart>(optionsName);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<OfferStart>, StartCheck>());
    }

    private static CatalogueSource Catalogue(IServiceProvider provider, string? brand, string optionsName)
    {
        var log = LoggerOf(provider);
        var options = new CurrentOptions(
            provider.GetRequiredService<IOptionsMonitor<DodoUpsellOptions>>(),
            optionsName,
            log
        );
        return new CatalogueSource(options.Get, AudiencesOf(provider, brand), ClockOf(provider), log);
    }

    private static OfferEngine Engine(IServiceProvider provider, string? brand) =>
        new(
            Of<ChargeEngine>(provider, brand),
            Of<IOfferStore>(provider, brand),
            Of<CatalogueSource>(provider, brand).Get,
            Optional<IOfferAllocator>(provider, brand) ?? new HashOfferAllocator(),
            AudiencesOf(provider, brand),
            [.. All<IOfferObserver>(provider, brand)],
            Optional<OfferMessages>(provider, brand) ?? OfferMessages.Default
        );

    private static OfferWebhookHandler WebhookHandler(IServiceProvider provider, string? brand)
    {
        var engine = Of<OfferEngine>(provider, brand);
        return new OfferWebhookHandler(engine, new OfferDecider(engine, new OfferDiscloser(engine)));
    }

    // Resolved when a rule names an audience: an audience may use the client, which needs valid options.
    private static Func<IReadOnlyList<IOfferAudience>> AudiencesOf(IServiceProvider provider, string? brand)
    {
        var audiences = new Lazy<IReadOnlyList<IOfferAudience>>(() => [.. All<IOfferAudience>(provider, brand)]);
        return () => audiences.Value;
    }

    private static IEnumerable<T> All<T>(IServiceProvider provider, string? brand) =>
        brand is null ? provider.GetServices<T>() : provider.GetKeyedServices<T>(brand);

    // A service without a key serves every brand that has none of its own.
    private static T? Optional<T>(IServiceProvider provider, string? brand)
        where T : class => (brand is null ? null : provider.GetKeyedService<T>(brand)) ?? provider.GetService<T>();

    private static T Of<T>(IServiceProvider provider, string? brand)
        where T : notnull =>
        brand is null ? provider.GetRequiredService<T>() : provider.GetRequiredKeyedService<T>(brand);

    private static TimeProvider ClockOf(IServiceProvider provider) =>
        provider.GetService<TimeProvider>() ?? TimeProvider.System;

    private static ILogger LoggerOf(IServiceProvider provider) =>
        provider.GetRequiredService<ILoggerFactory>().CreateLogger("DodoUpsell");

    private static void AddBrand<T>(IServiceCollection services, string? brand, Func<IServiceProvider, T> create)
        where T : class
    {
        if (brand is null)
            services.TryAddSingleton(create);
        else
            services.TryAddKeyedSingleton(brand, (provider, _) => create(provider));
    }

    /// <summary>Has no settings: its validation when the app starts is the hook for the catalogue.</summary>
    internal sealed class OfferStart;

    /// <summary>
    /// Checks what the validation of the options cannot, because audiences may depend on valid options themselves.
    /// </summary>
    internal sealed class StartCheck(IServiceProvider provider) : IValidateOptions<OfferStart>
    {
        public ValidateOptionsResult Validate(string? name, OfferStart options)
        {
            try
            {
                Of<CatalogueSource>(provider, string.IsNullOrEmpty(name) ? null : name).Start();
                return ValidateOptionsResult.Success;
            }
            catch (OptionsValidationException e) when (e.OptionsType == typeof(OfferOptions))
            {
                return ValidateOptionsResult.Fail(e.Failures);
            }
            catch (OptionsValidationException)
            {
                // The options themselves are invalid, which is reported by their own validation.
                return ValidateOptionsResult.Skip;
            }
        }
    }
}
