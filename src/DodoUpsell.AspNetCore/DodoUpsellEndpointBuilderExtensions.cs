using DodoUpsell;
using DodoUpsell.AspNetCore;
using DodoUpsell.AspNetCore.Quotes;
using DodoUpsell.AspNetCore.Subjects;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what the endpoints of ASP.NET Core need.</summary>
public static class DodoUpsellEndpointBuilderExtensions
{
    /// <summary>
    /// Registers what <c>MapUpsellOffers</c> and <c>MapWithdrawals</c> need: antiforgery tokens, and a resolver that
    /// takes the user's id from the sign-in unless you register your own <see cref="ICustomerResolver"/>.
    /// </summary>
    /// <param name="builder">The builder. Call the method for each brand.</param>
    /// <param name="configure">Changes the options, or null for the defaults.</param>
    public static DodoUpsellBuilder AddDodoUpsellEndpoints(
        this DodoUpsellBuilder builder,
        Action<DodoUpsellEndpointOptions>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        var (services, brand) = (builder.Services, builder.ServiceKey);
        services.AddAntiforgery();
        services.AddDataProtection();
        services.TryAddSingleton<ICustomerResolver, ClaimsCustomerResolver>();
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<DodoUpsellEndpointOptions>, EndpointOptionsCheck>()
        );
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<JsonOptions>, EndpointJson>());
        var options = services.AddOptionsWithValidateOnStart<DodoUpsellEndpointOptions>(
            brand ?? Options.Options.DefaultName
        );
        if (configure is not null)
            options.Configure(configure);
        if (brand is null)
        {
            services.TryAddSingleton<IPlanChangeQuoteStore>(static _ => new InMemoryPlanChangeQuoteStore());
            services.TryAddSingleton<IPlanChangeQuotes>(provider => Quotes(provider, null));
            services.TryAddSingleton(provider => Links(provider, null));
        }
        else
        {
            services.TryAddKeyedSingleton<IPlanChangeQuoteStore>(
                brand,
                static (_, _) => new InMemoryPlanChangeQuoteStore()
            );
            services.TryAddKeyedSingleton<IPlanChangeQuotes>(brand, (provider, _) => Quotes(provider, brand));
            services.TryAddKeyedSingleton(brand, (provider, _) => Links(provider, brand));
        }

        return builder;
    }

    private static WithdrawalLinks Links(IServiceProvider provider, string? brand) =>
        new(
            provider.GetRequiredService<IDataProtectionProvider>(),
            brand,
            Of<IDodoClient>(provider, brand)!,
            provider.GetService<TimeProvider>() ?? TimeProvider.System
        );

    private static PlanChangeQuotes Quotes(IServiceProvider provider, string? brand)
    {
        var options = provider.GetRequiredService<IOptionsMonitor<DodoUpsellEndpointOptions>>();
        return new PlanChangeQuotes(
            Of<IDodoClient>(provider, brand)!,
            Of<IPlanChangeFlow>(provider, brand)!,
            Of<IPlanChangeQuoteStore>(provider, brand)!,
            Of<IOfferStore>(provider, brand),
            () => options.Get(brand ?? Options.Options.DefaultName).MaxQuotesPerSubject,
            provider.GetService<TimeProvider>() ?? TimeProvider.System
        );
    }

    private static T? Of<T>(IServiceProvider provider, string? brand)
        where T : class => brand is null ? provider.GetService<T>() : provider.GetKeyedService<T>(brand);

    // First in the chain: an app that is published natively has no other JSON for the responses.
    private sealed class EndpointJson : IConfigureOptions<JsonOptions>
    {
        public void Configure(JsonOptions options) =>
            options.SerializerOptions.TypeInfoResolverChain.Insert(0, EndpointJsonContext.Default);
    }
}
