using DodoUpsell;
using DodoUpsell.AspNetCore;
using DodoUpsell.AspNetCore.Health;
using DodoUpsell.Webhooks;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the health checks of DodoUpsell.</summary>
public static class DodoUpsellHealthCheckBuilderExtensions
{
    /// <summary>The tag of all checks of DodoUpsell.</summary>
    public const string Tag = "dodo";

    /// <summary>
    /// Adds four checks: <c>dodo-api</c> (it answers), <c>dodo-webhooks</c> and <c>dodo-settlements</c> (what is due is
    /// handled, and nothing is parked), and <c>dodo-clock</c> (this node may charge).
    /// </summary>
    /// <remarks>
    /// An API that does not answer, a lag and parked items are degraded. A refused key and a wrong clock are unhealthy.
    /// The names of a brand's checks end with the brand, such as <c>dodo-api-brand-a</c>.
    /// </remarks>
    /// <param name="builder">The builder of health checks.</param>
    /// <param name="configure">Changes the limits, or null for the defaults.</param>
    /// <param name="brand">The brand, as given to <c>AddDodoUpsells</c>, or null if there is one account.</param>
    public static IHealthChecksBuilder AddDodoUpsellHealthChecks(
        this IHealthChecksBuilder builder,
        Action<DodoUpsellHealthOptions>? configure = null,
        string? brand = null
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        var optionsName = brand ?? Options.Options.DefaultName;
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<DodoUpsellHealthOptions>, HealthOptionsCheck>()
        );
        var options = services.AddOptionsWithValidateOnStart<DodoUpsellHealthOptions>(optionsName);
        if (configure is not null)
            options.Configure(configure);
        services.TryAddKeyedSingleton(
            optionsName,
            (provider, _) => new ApiHealthCheck(Of<IDodoClient>(provider), () => Limits(provider), Clock(provider))
        );

        Add("dodo-api", provider => provider.GetRequiredKeyedService<ApiHealthCheck>(optionsName));
        Add(
            "dodo-webhooks",
            provider => new QueueHealthCheck(
                new InboxReads(Of<IWebhookInboxStore>(provider)),
                () => (Limits(provider).MaxInboxLag, Limits(provider).MaxParkedDeliveries),
                Clock(provider)
            )
        );
        Add(
            "dodo-settlements",
            provider => new QueueHealthCheck(
                new SettlementReads(Of<IChargeLedger>(provider).Settlements, Of<IDodoClient>(provider).Environment),
                () => (Limits(provider).MaxSettlementLag, Limits(provider).MaxParkedSettlements),
                Clock(provider)
            )
        );
        return Add("dodo-clock", provider => new ClockHealthCheck(Of<IDodoClient>(provider)));

        IHealthChecksBuilder Add(string name, Func<IServiceProvider, IHealthCheck> create) =>
            builder.Add(
                new HealthCheckRegistration(
                    brand is null ? name : $"{name}-{brand}",
                    create,
                    failureStatus: null,
                    [Tag]
                )
            );

        T Of<T>(IServiceProvider provider)
            where T : notnull =>
            brand is null ? provider.GetRequiredService<T>() : provider.GetRequiredKeyedService<T>(brand);

        DodoUpsellHealthOptions Limits(IServiceProvider provider) =>
            provider.GetRequiredService<IOptionsMonitor<DodoUpsellHealthOptions>>().Get(optionsName);

        static TimeProvider Clock(IServiceProvider provider) =>
            provider.GetService<TimeProvider>() ?? TimeProvider.System;
    }
}
