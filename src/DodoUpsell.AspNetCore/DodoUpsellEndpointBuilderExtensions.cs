using DodoUpsell;
using DodoUpsell.AspNetCore;
using DodoUpsell.AspNetCore.Subjects;
using Microsoft.Extensions.DependencyInjection.Extensions;

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
        var services = builder.Services;
        services.AddAntiforgery();
        services.TryAddSingleton<ICustomerResolver, ClaimsCustomerResolver>();
        var options = services.AddOptions<DodoUpsellEndpointOptions>(builder.ServiceKey ?? Options.Options.DefaultName);
        if (configure is not null)
            options.Configure(configure);
        return builder;
    }
}
