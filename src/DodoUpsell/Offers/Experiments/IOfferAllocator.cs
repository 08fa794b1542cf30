namespace DodoUpsell;

/// <summary>
/// Assigns a subject to a variant of an experiment. Implement it to let your feature-flag system decide; the default
/// uses a hash of the experiment and the subject.
/// </summary>
/// <remarks>
/// It is called only for a subject that has no stored assignment and is eligible for the offer. The first assignment is
/// stored and is used from then on.
/// </remarks>
public interface IOfferAllocator
{
    /// <summary>
    /// Returns the variant for a subject, or null if the subject takes no part in the experiment.
    /// </summary>
    /// <param name="context">The experiment and the subject.</param>
    /// <param name="cancellationToken">A token that is cancelled when the decision no longer waits.</param>
    ValueTask<OfferAllocation?> AllocateAsync(
        OfferAllocationContext context,
        CancellationToken cancellationToken = default
    );
}

/// <summary>The experiment and the subject of an assignment.</summary>
public sealed record OfferAllocationContext
{
    /// <summary>Gets the experiment.</summary>
    public required OfferExperiment Experiment { get; init; }

    /// <summary>Gets the id of the subject: the app's user id if it is known, otherwise the customer id.</summary>
    public required string SubjectId { get; init; }

    /// <summary>Returns the key of the experiment only, because the id of the subject is personal data.</summary>
    public override string ToString() => $"{nameof(OfferAllocationContext)} ({Experiment?.Key})";

    internal void Validate()
    {
        Check.NotNull(Experiment, nameof(Experiment)).Validate();
        Check.NotBlank(SubjectId, nameof(SubjectId));
    }
}

/// <summary>The result of an assignment.</summary>
public sealed record OfferAllocation
{
    /// <summary>Gets the name of the variant, one of <see cref="OfferExperiment.Variants"/>.</summary>
    public required string Variant { get; init; }

    /// <summary>Returns the name of the type only.</summary>
    public override string ToString() => nameof(OfferAllocation);
}
