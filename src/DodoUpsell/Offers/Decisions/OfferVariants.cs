using DodoUpsell.Diagnostics;
using DodoUpsell.Offers.Experiments;

namespace DodoUpsell.Offers;

/// <summary>Assigns subjects to the variants of a rule's experiment, and applies what a variant changes.</summary>
internal sealed class OfferVariants(OfferEngine engine)
{
    /// <summary>Returns the variant of a subject, or null if there is none of the experiment.</summary>
    /// <remarks>The first assignment that is stored counts, whatever the allocator answers later.</remarks>
    public async Task<OfferVariant?> AssignAsync(
        OfferRule rule,
        OfferSubject subject,
        IReadOnlyList<OfferAssignment> assignments,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var experiment = rule.Experiment!;
        if (Stored(experiment, assignments) is { } stored)
            return Named(experiment, stored);
        if (await AllocateAsync(rule, subject, cancellationToken).ConfigureAwait(false) is not { } variant)
            return null;
        var kept = await engine
            .Store.AssignAsync(
                new OfferAssignment
                {
                    Environment = engine.Environment,
                    ExperimentKey = experiment.Key,
                    SubjectId = subject.Id,
                    Variant = variant.Name,
                    AssignedAt = now,
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        return Named(experiment, kept.Variant);
    }

    /// <summary>
    /// Returns the variant that a subject has or would get, or null if that is not known. Nothing is stored. An
    /// allocator of the app is not asked, because its answer may be counted.
    /// </summary>
    public async Task<OfferVariant?> ExpectAsync(
        OfferExperiment experiment,
        OfferSubject subject,
        IReadOnlyList<OfferAssignment> assignments,
        CancellationToken cancellationToken
    )
    {
        if (Stored(experiment, assignments) is { } stored)
            return Named(experiment, stored);
        if (engine.Allocator is not HashOfferAllocator allocator)
            return null;
        var allocation = await allocator
            .AllocateAsync(Context(experiment, subject), cancellationToken)
            .ConfigureAwait(false);
        return Named(experiment, allocation?.Variant);
    }

    /// <summary>Returns whether a variant is stored that the experiment does not have.</summary>
    public static bool HasUnknown(OfferExperiment experiment, IReadOnlyList<OfferAssignment> assignments) =>
        Stored(experiment, assignments) is { } stored && Named(experiment, stored) is null;

    /// <summary>Returns the rule with what a variant changes.</summary>
    public static OfferRule Apply(OfferRule rule, OfferVariant variant) =>
        rule.VariantChanges.TryGetValue(variant.Name, out var change)
            ? rule with
            {
                Sale = change.Sale ?? rule.Sale,
                Discounts = change.Discounts ?? rule.Discounts,
                TextKey = change.TextKey ?? rule.TextKey,
            }
            : rule;

    private async Task<OfferVariant?> AllocateAsync(
        OfferRule rule,
        OfferSubject subject,
        CancellationToken cancellationToken
    )
    {
        var experiment = rule.Experiment!;
        try
        {
            var allocation = await engine
                .Allocator.AllocateAsync(Context(experiment, subject), cancellationToken)
                .ConfigureAwait(false);
            var variant = Named(experiment, allocation?.Variant);
            if (variant is null)
                Log.NoVariant(engine.Log, experiment.Key, allocation is null ? "null" : "an unknown name", rule.Id);
            return variant;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NoVariant(engine.Log, experiment.Key, e.GetType().Name, rule.Id);
            return null;
        }
    }

    private static OfferAllocationContext Context(OfferExperiment experiment, OfferSubject subject) =>
        new() { Experiment = experiment, SubjectId = subject.AssignmentId };

    private static string? Stored(OfferExperiment experiment, IReadOnlyList<OfferAssignment> assignments) =>
        assignments
            .FirstOrDefault(one => string.Equals(one.ExperimentKey, experiment.Key, StringComparison.Ordinal))
            ?.Variant;

    private static OfferVariant? Named(OfferExperiment experiment, string? name) =>
        experiment.Variants.FirstOrDefault(variant => string.Equals(variant.Name, name, StringComparison.Ordinal));
}
