using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DodoUpsell.DependencyInjection;

/// <summary>Registers and resolves services with a brand's service key, or without one.</summary>
internal static class BrandServices
{
    /// <summary>Registers a singleton unless there is one already.</summary>
    public static void TryAddBrand<T>(this IServiceCollection services, string? brand, Func<IServiceProvider, T> create)
        where T : class
    {
        if (brand is null)
            services.TryAddSingleton(create);
        else
            services.TryAddKeyedSingleton(brand, (provider, _) => create(provider));
    }

    /// <summary>Registers another implementation of a service that there can be several of.</summary>
    public static void AddBrand<T>(this IServiceCollection services, string? brand, Func<IServiceProvider, T> create)
        where T : class
    {
        if (brand is null)
            services.AddSingleton(create);
        else
            services.AddKeyedSingleton(brand, (provider, _) => create(provider));
    }

    public static T Of<T>(this IServiceProvider provider, string? brand)
        where T : notnull =>
        brand is null ? provider.GetRequiredService<T>() : provider.GetRequiredKeyedService<T>(brand);

    public static T? Find<T>(this IServiceProvider provider, string? brand)
        where T : class => brand is null ? provider.GetService<T>() : provider.GetKeyedService<T>(brand);

    public static IEnumerable<T> All<T>(this IServiceProvider provider, string? brand) =>
        brand is null ? provider.GetServices<T>() : provider.GetKeyedServices<T>(brand);

    /// <summary>Returns whether a service of this type is registered for the brand.</summary>
    public static bool HasBrand(this IServiceCollection services, Type type, string? brand)
    {
        foreach (var service in services)
        {
            if (service.ServiceType == type && Equals(service.ServiceKey, brand))
                return true;
        }

        return false;
    }
}
