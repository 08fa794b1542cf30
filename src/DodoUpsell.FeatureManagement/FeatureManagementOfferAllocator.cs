using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.FeatureManagement;
using Microsoft.FeatureManagement.FeatureFilters;

namespace DodoUpsell.FeatureManagement;

/// <summary>Takes the variant from the feature flag that has the key of the experiment.</summary>
/// <remarks>The feature manager may be a singleton or scoped, so each assignment uses a scope of its own.</remarks>
internal sealed partial class FeatureManagementOfferAllocator(IServiceScopeFactory scopes, ILoggerFactory loggers)
    : IOfferAllocator
{
    private readonly ILogger _logger = loggers.CreateLogger("DodoUpsell");

    public async ValueTask<OfferAllocation?> AllocateAsync(
        OfferAllocationContext context,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(context);
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var features = scope.ServiceProvider.GetRequiredService<IVariantFeatureManager>();
            return await AllocateAsync(features, context, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<OfferAllocation?> AllocateAsync(
        IVariantFeatureManager features,
        OfferAllocationContext context,
        CancellationToken cancellationToken
    )
    {
        var experiment = context.Experiment;
        try
        {
            var subject = new TargetingContext { UserId = context.SubjectId, Groups = [] };
            var variant = await features
                .GetVariantAsync(experiment.Key, subject, cancellationToken)
                .ConfigureAwait(false);
            if (variant is null)
                return null;
            if (experiment.Variants.Any(known => known.Name == variant.Name))
                return new() { Variant = variant.Name };
            LogUnknownVariant(_logger, experiment.Key, variant.Name);
            return null;
        }
        // An experiment must not break the decision. The subject takes no part, and its next decision asks again.
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailure(_logger, experiment.Key, error.GetType().Name);
            return null;
        }
    }

    [LoggerMessage(
        1460,
        LogLevel.Warning,
        "The feature flag {Experiment} returned the variant {Variant}, which the experiment does not have. The subject "
            + "takes no part in the experiment"
    )]
    private static partial void LogUnknownVariant(ILogger logger, string experiment, string variant);

    // The message of the exception is not logged: it may contain the id of the subject.
    [LoggerMessage(
        1461,
        LogLevel.Warning,
        "The feature flag {Experiment} could not be evaluated ({Exception}). The subject takes no part in the experiment"
    )]
    private static partial void LogFailure(ILogger logger, string experiment, string exception);
}
