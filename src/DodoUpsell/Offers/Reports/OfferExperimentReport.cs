namespace DodoUpsell;

/// <summary>
/// Represents the result of an experiment so far. A subject counts once its attribution window has closed, so that a
/// variant that is slower does not look worse.
/// </summary>
public sealed record OfferExperimentReport
{
    /// <summary>Gets the key of the experiment.</summary>
    public required string ExperimentKey { get; init; }

    /// <summary>Gets the id of the rule.</summary>
    public required string RuleId { get; init; }

    /// <summary>Gets the variants, in the order of the experiment.</summary>
    public required IReadOnlyList<OfferVariantReport> Variants { get; init; }

    /// <summary>
    /// Gets the check whether the variants get the shares of subjects that their weights say, over all currencies. Do
    /// not believe any difference while <see cref="SampleRatioCheck.IsAlarm"/> is true.
    /// </summary>
    public required SampleRatioCheck SampleRatio { get; init; }

    /// <summary>Gets the number of subjects whose attribution window is not closed yet.</summary>
    public required int SubjectsWaiting { get; init; }

    /// <summary>Returns the experiment only.</summary>
    public override string ToString() => $"{nameof(OfferExperimentReport)} ({ExperimentKey})";
}

/// <summary>Represents the result of one variant, compared with the control of the experiment.</summary>
public sealed record OfferVariantReport
{
    /// <summary>Gets the name of the variant.</summary>
    public required string Variant { get; init; }

    /// <summary>
    /// Gets whether the others are compared with this variant: the holdout if there is one, otherwise the first.
    /// </summary>
    public required bool IsControl { get; init; }

    /// <summary>
    /// Gets the conversions: 1 for each subject who bought within the window what the variant offers, in whatever way.
    /// </summary>
    public required ArmStatistics Conversion { get; init; }

    /// <summary>
    /// Gets the revenue: all payments of each subject within the window, in minor units, net of refunds and lost
    /// disputes within the window.
    /// </summary>
    public required ArmStatistics Revenue { get; init; }

    /// <summary>
    /// Gets the difference of the conversions to the control, or null for the control, and as long as it cannot be
    /// evaluated.
    /// </summary>
    public DifferenceInterval? ConversionDifference { get; init; }

    /// <summary>
    /// Gets the difference of the revenue per subject to the control, in minor units, or null for the control, and as
    /// long as it cannot be evaluated.
    /// </summary>
    public DifferenceInterval? RevenueDifference { get; init; }

    /// <summary>Returns the name of the type only.</summary>
    public override string ToString() => nameof(OfferVariantReport);
}
