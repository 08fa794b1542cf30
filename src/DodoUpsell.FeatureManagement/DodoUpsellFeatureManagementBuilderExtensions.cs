using DodoUpsell;
using DodoUpsell.FeatureManagement;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.FeatureManagement;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>
/// Registers Microsoft.FeatureManagement as the source of variants:
/// <c>services.AddDodoUpsells(…).UseFeatureManagementVariants()</c>.
/// </summary>
public static class DodoUpsellFeatureManagementBuilderExtensions
{
    /// <summary>
    /// Takes the variants of experiments from feature flags. The flag has the key of the experiment, and its variants
    /// have the names of the experiment's variants. The subject is the targeted user.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Register the feature manager yourself, with <c>AddFeatureManagement()</c> or
    /// <c>AddScopedFeatureManagement()</c>. Set the weights of the experiment to the percentages of the flag:
    /// <see cref="SampleRatioCheck"/> compares with them.
    /// </para>
    /// <para>
    /// A subject takes no part in the experiment if the flag is missing, returns no variant or one that the experiment
    /// does not have, or cannot be evaluated. Nothing is stored then, so that the next decision asks again.
    /// </para>
    /// </remarks>
    /// <param name="builder">The builder returned by <c>AddDodoUpsells</c>.</param>
    public static DodoUpsellBuilder UseFeatureManagementVariants(this DodoUpsellBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        // Replaces an existing registration. A later TryAdd does not replace this one.
        if (builder.ServiceKey is { } brand)
        {
            builder.Services.RemoveAllKeyed<IOfferAllocator>(brand);
            builder.Services.AddKeyedSingleton<IOfferAllocator, FeatureManagementOfferAllocator>(brand);
        }
        else
        {
            builder.Services.RemoveAll<IOfferAllocator>();
            builder.Services.AddSingleton<IOfferAllocator, FeatureManagementOfferAllocator>();
        }

        return builder;
    }
}
