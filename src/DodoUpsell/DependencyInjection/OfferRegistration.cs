using DodoUpsell.Charging;
using DodoUpsell.Charging.Settlements;
using DodoUpsell.Offers;
using DodoUpsell.Offers.Experiments;
using DodoUpsell.Offers.Revenue;
using DodoUpsell.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DodoUpsell.DependencyInjection;

/// <summary>
/// Registers offers: the flow, its store, what it does in the background, and the check of the catalogue when the app
/// starts. Only <c>AddOffers</c> refers to it, so that a native app that makes no offers does not contain them.
/// </summary>
internal static class OfferRegistration
{
    public static void Add(IServiceCollection services, string? brand, string optionsName)
    {
        var isFirst = !services.HasBrand(typeof(OfferEngine), brand);
        services.TryAddBrand<IOfferStore>(brand, static _ => new InMemoryOfferStore());
        services.TryAddBrand(brand, provider => Catalogue(provider, brand, optionsName));
        services.TryAddBrand(brand, provider => Engine(provider, brand));
        services.TryAddBrand(brand, provider => new OfferFlow(provider.Of<OfferEngine>(brand)));
        services.TryAddBrand<IOfferFlow>(brand, provider => provider.Of<OfferFlow>(brand));
        services.TryAddBrand<IConsentReceipts>(brand, provider => new ConsentReceipts(provider.Of<OfferEngine>(brand)));
        services.TryAddBrand<IOfferReports>(brand, provider => new OfferReports(provider.Of<OfferEngine>(brand)));
        if (!isFirst)
            return;
        services.TryAddBrand<IOfferSettings>(brand, static _ => new OfferConfiguration());
        services.AddBrand<ISystemWebhookHandler>(
            brand,
            provider => new OfferWebhookHandler(provider.Of<OfferEngine>(brand), provider.Of<OfferFlow>(brand).Decider)
        );
        services.AddBrand<ISystemWebhookHandler>(
            brand,
            provider => new OfferMoneyWebhookHandler(provider.Of<OfferEngine>(brand))
        );
        services.AddBrand<ISystemSettlementHandler>(
            brand,
            provider => new OfferSettlementHandler(() => new OfferSettler(provider.Of<OfferEngine>(brand)))
        );
        services.AddBrand<ISystemWork>(brand, provider => new OfferWorker(provider.Of<OfferEngine>(brand)));
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<DodoUpsellOptions>, OfferOptionsValidator>()
        );
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
            provider.Of<ChargeEngine>(brand),
            provider.Of<IOfferStore>(brand),
            provider.Of<CatalogueSource>(brand).Get,
            Optional<IOfferAllocator>(provider, brand) ?? new HashOfferAllocator(),
            AudiencesOf(provider, brand),
            [.. provider.All<IOfferObserver>(brand)],
            Optional<OfferMessages>(provider, brand) ?? OfferMessages.Default,
            () => provider.Find<IWebhookInboxStore>(brand),
            () => provider.Find<IPlanChangeQuoteStore>(brand)
        );

    // Resolved when a rule names an audience: an audience may use the client, which needs valid options.
    private static Func<IReadOnlyList<IOfferAudience>> AudiencesOf(IServiceProvider provider, string? brand)
    {
        var audiences = new Lazy<IReadOnlyList<IOfferAudience>>(() => [.. provider.All<IOfferAudience>(brand)]);
        return () => audiences.Value;
    }

    // A service without a key serves every brand that has none of its own.
    private static T? Optional<T>(IServiceProvider provider, string? brand)
        where T : class => (brand is null ? null : provider.GetKeyedService<T>(brand)) ?? provider.GetService<T>();

    private static TimeProvider ClockOf(IServiceProvider provider) =>
        provider.GetService<TimeProvider>() ?? TimeProvider.System;

    private static ILogger LoggerOf(IServiceProvider provider) =>
        provider.GetRequiredService<ILoggerFactory>().CreateLogger("DodoUpsell");

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
                provider.Of<CatalogueSource>(string.IsNullOrEmpty(name) ? null : name).Start();
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
