using DodoUpsell;
using DodoUpsell.DependencyInjection;
using DodoUpsell.Http;
using DodoUpsell.Offers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers DodoUpsell: <c>services.AddDodoUpsells(configuration.GetSection("DodoUpsell"))</c>.</summary>
/// <remarks>
/// Registers <see cref="IDodoClient"/> and each of its resource clients, <see cref="UpsellFlow"/>,
/// <see cref="CrossSellFlow"/>, <see cref="PlanChangeFlow"/>, an in-memory <see cref="IChargeLedger"/> with a
/// <see cref="ChargeReconciler"/>, an in-memory <see cref="DodoUpsell.Webhooks.IWebhookInbox"/>, and
/// <see cref="IChargeSettlements"/>, all as singletons. Offers are added by <see cref="DodoUpsellBuilder.AddOffers()"/>.
/// In a host, their background workers run. Calling the method again adds to the options but registers nothing twice.
/// Services that you registered before (a client, a <see cref="TimeProvider"/>) are kept. If settings are missing or
/// invalid, the host does not start.
/// </remarks>
public static class DodoUpsellServiceCollectionExtensions
{
    /// <summary>Registers DodoUpsell with options set in code.</summary>
    /// <example><code>
    /// services.AddDodoUpsells(o => { o.ApiKey = key; o.Environment = DodoEnvironment.Test; });
    /// </code></example>
    public static DodoUpsellBuilder AddDodoUpsells(
        this IServiceCollection services,
        Action<DodoUpsellOptions> configure
    )
    {
        ArgumentNullException.ThrowIfNull(configure);
        return Register(services, null, options => options.Configure(configure));
    }

    /// <summary>
    /// Registers DodoUpsell with options from a configuration section. Changes of the section take effect while the app
    /// runs.
    /// </summary>
    /// <remarks>
    /// Keys: <c>ApiKey</c>, <c>Environment</c>, <c>BaseAddress</c>, <c>WebhookSecrets</c>, <c>TotalTimeout</c>,
    /// <c>AttemptTimeout</c>, <c>MaxRetries</c>, <c>RateLimit</c>, <c>MaxResponseBytes</c>, those of
    /// <see cref="ChargingOptions"/> in <c>Charging</c>, those of
    /// <see cref="DodoUpsell.Webhooks.WebhookInboxOptions"/> in <c>Webhooks</c>, and those of
    /// <see cref="OfferOptions"/> in <c>Offers</c>, which need <see cref="DodoUpsellBuilder.AddOffers()"/>.
    /// </remarks>
    public static DodoUpsellBuilder AddDodoUpsells(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return Register(services, null, options => Bind(options, null, configuration));
    }

    /// <summary>
    /// Registers one of several brands with options set in code. Inject it with <c>[FromKeyedServices("brand-a")]</c>.
    /// </summary>
    public static DodoUpsellBuilder AddDodoUpsells(
        this IServiceCollection services,
        string brand,
        Action<DodoUpsellOptions> configure
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(brand);
        ArgumentNullException.ThrowIfNull(configure);
        return Register(services, brand, options => options.Configure(configure));
    }

    /// <summary>
    /// Registers one of several brands with options from a configuration section. Inject it with
    /// <c>[FromKeyedServices("brand-a")]</c>.
    /// </summary>
    public static DodoUpsellBuilder AddDodoUpsells(
        this IServiceCollection services,
        string brand,
        IConfiguration configuration
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(brand);
        ArgumentNullException.ThrowIfNull(configuration);
        return Register(services, brand, options => Bind(options, brand, configuration));
    }

    private static DodoUpsellBuilder Register(
        IServiceCollection services,
        string? brand,
        Action<OptionsBuilder<DodoUpsellOptions>> configure
    )
    {
        ArgumentNullException.ThrowIfNull(services);
        var name = brand ?? Options.Options.DefaultName;
        var options = services.AddOptionsWithValidateOnStart<DodoUpsellOptions>(name);
        configure(options);

        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<DodoUpsellOptions>, DodoUpsellOptionsValidator>()
        );
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<DodoUpsellOptions>, UnusedOffersCheck>()
        );
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IPostConfigureOptions<DodoUpsellOptions>, FillInFromEnvironment>()
        );
        services.AddLogging();
        var httpClient = AddHttpClient(services, brand);
        ClientRegistration.Add(services, brand, name, httpClient.Name);
        ChargeRegistration.Add(services, brand, name);
        WebhookRegistration.Add(services, brand, name);
        SettlementRegistration.Add(services, brand, name);
        return new DodoUpsellBuilder(services, brand, httpClient);
    }

    private static IHttpClientBuilder AddHttpClient(IServiceCollection services, string? brand)
    {
        var name = brand is null ? "DodoUpsell" : $"DodoUpsell:{brand}";
        var builder = services.AddHttpClient(name);

        // A second registration must not replace the handler that was configured after the first one.
        foreach (var service in services)
        {
            if (
                service is { IsKeyedService: false, ImplementationInstance: HttpRegistered http }
                && string.Equals(http.Name, name, StringComparison.Ordinal)
            )
                return builder;
        }

        services.AddSingleton(new HttpRegistered(name));
        services.TryAddSingleton<SendOnceFilter>();
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter, SendOnceFilter>(provider =>
                provider.GetRequiredService<SendOnceFilter>()
            )
        );

        // The client lives as long as the app. The handler's PooledConnectionLifetime ensures that DNS changes are
        // noticed. One delegate is compiled at the start of the app instead of one for each setting.
        builder.Services.Configure<HttpClientFactoryOptions>(name, Configure);
        return builder.RemoveAllLoggers();
    }

    private static void Configure(HttpClientFactoryOptions options)
    {
        options.HandlerLifetime = Timeout.InfiniteTimeSpan;
        options.HttpMessageHandlerBuilderActions.Add(static handlers =>
            handlers.PrimaryHandler = DodoHttp.NewHandler()
        );
        options.HttpClientActions.Add(static client => client.Timeout = Timeout.InfiniteTimeSpan);
    }

    private static void Bind(OptionsBuilder<DodoUpsellOptions> options, string? brand, IConfiguration configuration)
    {
        options.Services.AddSingleton<IConfigureOptions<DodoUpsellOptions>>(
            provider => new ConfigureNamedOptions<DodoUpsellOptions>(
                options.Name,
                target => DodoUpsellConfiguration.Read(configuration, target, provider.Find<IOfferSettings>(brand))
            )
        );
        options.Services.AddSingleton<IOptionsChangeTokenSource<DodoUpsellOptions>>(
            new ConfigurationChangeTokenSource<DodoUpsellOptions>(options.Name, configuration)
        );
    }

    private sealed class FillInFromEnvironment : IPostConfigureOptions<DodoUpsellOptions>
    {
        public void PostConfigure(string? name, DodoUpsellOptions options) => EnvironmentVariables.FillIn(options);
    }
}
