namespace DodoUpsell.Offers.Experiments;

/// <summary>Assigns subjects by a hash, so that the result depends on nothing but the experiment and the subject.</summary>
internal sealed class HashOfferAllocator : IOfferAllocator
{
    public ValueTask<OfferAllocation?> AllocateAsync(
        OfferAllocationContext context,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Validate();
        var bucket = ExperimentBucket.Of(context.Experiment.BucketSeed, context.SubjectId);
        var variant = ExperimentBucket.Choose(context.Experiment.Variants, bucket);
        return ValueTask.FromResult<OfferAllocation?>(new() { Variant = variant.Name });
    }
}
