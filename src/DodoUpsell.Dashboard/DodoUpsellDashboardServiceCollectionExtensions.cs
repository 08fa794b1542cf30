namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what the back office needs.</summary>
public static class DodoUpsellDashboardServiceCollectionExtensions
{
    /// <summary>Registers what <c>MapDodoUpsellDashboard</c> needs: the antiforgery tokens of its forms.</summary>
    /// <remarks>
    /// Call it once, whatever the number of brands. The policy that protects the pages is yours: define it with
    /// <c>AddAuthorization</c>. Several servers must share their data protection keys.
    /// </remarks>
    /// <param name="services">The services.</param>
    public static IServiceCollection AddDodoUpsellDashboard(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddAntiforgery();
        return services;
    }
}
