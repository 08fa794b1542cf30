namespace DodoUpsell;

/// <summary>Represents the variant of an experiment that a subject was assigned to. The first assignment is kept.</summary>
public sealed record OfferAssignment
{
    /// <summary>Gets the environment (test or live).</summary>
    public required DodoEnvironment Environment { get; init; }

    /// <summary>Gets the key of the experiment.</summary>
    public required string ExperimentKey { get; init; }

    /// <summary>Gets the id of the subject, <see cref="OfferSubject.Id"/>.</summary>
    public required string SubjectId { get; init; }

    /// <summary>Gets the name of the variant.</summary>
    public required string Variant { get; init; }

    /// <summary>Gets the time of the assignment, in UTC.</summary>
    public required DateTimeOffset AssignedAt { get; init; }

    /// <summary>Returns the experiment only.</summary>
    public override string ToString() => $"{nameof(OfferAssignment)} ({ExperimentKey})";
}
