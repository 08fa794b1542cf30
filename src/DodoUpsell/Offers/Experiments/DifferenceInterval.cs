using DodoUpsell.Offers.Experiments;

namespace DodoUpsell;

/// <summary>
/// The difference of the means of two variants, with an interval that contains the true difference with a probability
/// of 95 %, however often it is looked at.
/// </summary>
/// <remarks>
/// The experiment may be stopped at any time, also because of what the interval shows. The interval is the one of
/// Waudby-Smith et al., arXiv 2103.06476, equation 9. It is an approximation for many subjects.
/// </remarks>
public sealed record DifferenceInterval
{
    private DifferenceInterval() { }

    /// <summary>Gets the difference: the mean of the treatment less the mean of the control.</summary>
    public double Estimate { get; private init; }

    /// <summary>Gets the lower end of the interval.</summary>
    public double Lower { get; private init; }

    /// <summary>Gets the upper end of the interval.</summary>
    public double Upper { get; private init; }

    /// <summary>
    /// Gets the difference as a share of the mean of the control, or null if that mean is not greater than zero.
    /// </summary>
    /// <remarks>
    /// It is a label for people. Do not decide by it and do not convert the interval to it: under repeated looks, an
    /// interval of the relative difference raises far more false alarms than 5 %.
    /// </remarks>
    public double? Lift { get; private init; }

    /// <summary>Gets whether the interval excludes zero: the variants differ.</summary>
    public bool ExcludesZero => Lower > 0 || Upper < 0;

    /// <summary>Compares a treatment with a control.</summary>
    /// <param name="control">The statistics of the control.</param>
    /// <param name="treatment">The statistics of the treatment.</param>
    /// <param name="plannedSampleSize">The planned number of subjects of both variants. Fix it when the experiment is
    /// defined: see <see cref="OfferExperiment.PlannedSampleSize"/>.</param>
    /// <returns>The difference, or null if it cannot be evaluated: a variant has fewer than two subjects, or all
    /// subjects of a variant have the same value, so that its variance is unknown.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The planned number is not greater than zero.</exception>
    public static DifferenceInterval? Between(ArmStatistics control, ArmStatistics treatment, int plannedSampleSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(plannedSampleSize);
        // Without variance the interval would have no width, and the first purchase would look like a certain result.
        if (
            control is not { Mean: { } controlMean, Variance: > 0 and var controlVariance }
            || treatment is not { Mean: { } treatmentMean, Variance: > 0 and var treatmentVariance }
        )
            return null;

        var estimate = treatmentMean - controlMean;
        var standardError = Math.Sqrt((controlVariance / control.Count) + (treatmentVariance / treatment.Count));
        var halfWidth = standardError * AnytimeBound.StandardErrors(control.Count + treatment.Count, plannedSampleSize);
        return new()
        {
            Estimate = estimate,
            Lower = estimate - halfWidth,
            Upper = estimate + halfWidth,
            Lift = controlMean > 0 ? estimate / controlMean : null,
        };
    }
}
