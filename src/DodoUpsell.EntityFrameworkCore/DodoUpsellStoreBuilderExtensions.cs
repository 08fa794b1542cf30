using DodoUpsell;
using DodoUpsell.EntityFrameworkCore.Contexts;
using DodoUpsell.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>
/// Makes what DodoUpsell knows durable:
/// <c>services.AddDodoUpsells(…).UseEntityFrameworkStore&lt;AppDbContext&gt;()</c>.
/// </summary>
public static class DodoUpsellStoreBuilderExtensions
{
    /// <summary>
    /// Keeps charges and webhook deliveries in your own database, through your own context, whose model has
    /// <c>UseDodoUpsells()</c>.
    /// </summary>
    /// <remarks>
    /// Each operation has a context of its own: from <see cref="IDbContextFactory{TContext}"/> where you registered
    /// one, or else from a new scope. What belongs to a brand is kept under the brand's key, so that brands can share
    /// the tables.
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
        return builder;

        static ContextSource Contexts(IServiceProvider provider) =>
            ContextSource.From<TContext>(provider.GetRequiredService<IServiceScopeFactory>());
    }

    /// <summary>
    /// Keeps charges and webhook deliveries in a database with the tables of DodoUpsell only, through
    /// <see cref="DodoUpsellDbContext"/>.
    /// </summary>
    /// <param name="builder">What <c>AddDodoUpsells</c> registered.</param>
    /// <param name="configure">Says which database: <c>options => options.UseNpgsql(…)</c>. Several brands share one;
    /// the last call decides.</param>
    public static DodoUpsellBuilder UseEntityFrameworkStore(
        this DodoUpsellBuilder builder,
        Action<DbContextOptionsBuilder> configure
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.AddPooledDbContextFactory<DodoUpsellDbContext>(options =>
        {
            // A second click fails to insert a claim, which is how it is noticed and no error. What is one reaches the
            // caller.
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

    // Whatever is registered already gives way, and what is added by TryAdd later does not replace it.
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
