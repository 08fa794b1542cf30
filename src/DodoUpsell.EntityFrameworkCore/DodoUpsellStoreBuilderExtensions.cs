using DodoUpsell;
using DodoUpsell.EntityFrameworkCore.Contexts;
using DodoUpsell.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>
/// Registers the EF Core store: <c>services.AddDodoUpsells(…).UseEntityFrameworkStore&lt;AppDbContext&gt;()</c>.
/// </summary>
public static class DodoUpsellStoreBuilderExtensions
{
    /// <summary>
    /// Stores charges, offers, quotes of plan changes, withdrawals and webhook deliveries in your own database, using your
    /// own context. Its model must call
    /// <c>UseDodoUpsells()</c>.
    /// </summary>
    /// <remarks>
    /// Each operation uses its own context: from <see cref="IDbContextFactory{TContext}"/> if it is registered,
    /// otherwise from a new service scope. The rows of a brand contain the brand's key, so brands can share the tables.
    /// </remarks>
    public static DodoUpsellBuilder UseEntityFrameworkStore<TContext>(this DodoUpsellBuilder builder)
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        var account = AccountName.Require(builder.ServiceKey ?? "");
        Replace<IChargeLedger>(builder, provider => new EntityFrameworkChargeLedger(Contexts(provider), account));
        Replace<IWebhookInboxStore>(
            builder,
            provider => new EntityFrameworkWebhookInboxStore(Contexts(provider), account)
        );
        Replace<IOfferStore>(builder, provider => new EntityFrameworkOfferStore(Contexts(provider), account));
        Replace<IPlanChangeQuoteStore>(
            builder,
            provider => new EntityFrameworkPlanChangeQuoteStore(Contexts(provider), account)
        );
        Replace<IWithdrawalStore>(builder, provider => new EntityFrameworkWithdrawalStore(Contexts(provider), account));
        Replace<IOperatorLog>(builder, provider => new EntityFrameworkOperatorLog(Contexts(provider), account));
        return builder;

        static ContextSource Contexts(IServiceProvider provider) =>
            ContextSource.From<TContext>(provider.GetRequiredService<IServiceScopeFactory>());
    }

    /// <summary>
    /// Stores charges, offers, quotes of plan changes, withdrawals and webhook deliveries using the built-in
    /// <see cref="DodoUpsellDbContext"/>, which contains only the tables of DodoUpsell.
    /// </summary>
    /// <param name="builder">The builder returned by <c>AddDodoUpsells</c>.</param>
    /// <param name="configure">A delegate that configures the database, such as <c>options => options.UseNpgsql(…)</c>.
    /// All brands share one configuration; the last call wins.</param>
    public static DodoUpsellBuilder UseEntityFrameworkStore(
        this DodoUpsellBuilder builder,
        Action<DbContextOptionsBuilder> configure
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.AddPooledDbContextFactory<DodoUpsellDbContext>(options =>
        {
            // A second click is detected by its failure to insert a claim, so a failed insert is not logged as an
            // error. Actual errors are thrown to the caller.
            options.ConfigureWarnings(warnings =>
                warnings.Log(
                    (RelationalEventId.CommandError, LogLevel.Debug),
                    (CoreEventId.SaveChangesFailed, LogLevel.Debug)
                )
            );
            configure(options);
        });
        return builder.UseEntityFrameworkStore<DodoUpsellDbContext>();
    }

    // Replaces an existing registration. A later TryAdd does not replace this one.
    private static void Replace<T>(DodoUpsellBuilder builder, Func<IServiceProvider, T> create)
        where T : class
    {
        if (builder.ServiceKey is { } brand)
        {
            builder.Services.RemoveAllKeyed<T>(brand);
            builder.Services.AddKeyedSingleton(brand, (provider, _) => create(provider));
        }
        else
        {
            builder.Services.RemoveAll<T>();
            builder.Services.AddSingleton(create);
        }
    }
}
