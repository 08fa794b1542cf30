using DodoUpsell.Offers.Experiments;

namespace DodoUpsell;

/// <summary>
/// Calculates how many subjects an experiment needs until its <see cref="DifferenceInterval"/> excludes zero. Use it
/// before the experiment starts.
/// </summary>
/// <remarks>
/// It assumes a look after every subject. With a look a day, the experiment ends at the first look after that number.
/// </remarks>
public sealed record ExperimentPlan
{
    private readonly double _controlVariance;
    private readonly double _treatmentVariance;

    private ExperimentPlan(double difference, double controlVariance, double treatmentVariance)
    {
        Difference = difference;
        _controlVariance = controlVariance;
        _treatmentVariance = treatmentVariance;
    }

    /// <summary>Gets the true difference that the experiment is to find.</summary>
    public double Difference { get; }

    /// <summary>Gets the share of the treatment in the subjects of both variants, greater than 0 and less than 1.</summary>
    /// <value>The default is 0.5.</value>
    public double TreatmentShare { get; init; } = 0.5;

    /// <summary>Gets the planned number of subjects: see <see cref="OfferExperiment.PlannedSampleSize"/>.</summary>
    /// <value>The default is 5,000.</value>
    public int PlannedSampleSize { get; init; } = 5_000;

    /// <summary>Creates a plan to find a change of the conversion rate, such as from 0.10 to 0.12.</summary>
    /// <exception cref="ArgumentException">A rate is not between 0 and 1, or the rates are equal.</exception>
    public static ExperimentPlan ForConversion(double controlRate, double treatmentRate)
    {
        CheckInside(controlRate, nameof(controlRate));
        CheckInside(treatmentRate, nameof(treatmentRate));
        Check.That(controlRate != treatmentRate, nameof(treatmentRate), "must differ from the rate of the control");
        return new(treatmentRate - controlRate, controlRate * (1 - controlRate), treatmentRate * (1 - treatmentRate));
    }

    /// <summary>Creates a plan to find a change of the revenue per subject.</summary>
    /// <param name="difference">The change of the mean, in minor units.</param>
    /// <param name="standardDeviation">The standard deviation of the revenue of all subjects, buyers or not, in minor
    /// units.</param>
    /// <exception cref="ArgumentException">The difference is zero, or the standard deviation is not greater than
    /// zero.</exception>
    public static ExperimentPlan ForRevenue(double difference, double standardDeviation)
    {
        Check.That(double.IsFinite(difference) && difference != 0, nameof(difference), "must not be zero");
        Check.That(
            double.IsFinite(standardDeviation) && standardDeviation > 0,
            nameof(standardDeviation),
            "must be greater than zero"
        );
        var variance = standardDeviation * standardDeviation;
        return new(difference, variance, variance);
    }

    /// <summary>
    /// Returns the number of subjects, of both variants, by which the interval excludes zero with the given
    /// probability.
    /// </summary>
    /// <param name="power">The probability, from 0.1 to 0.99: 0.5 for half of all experiments, 0.8 for four of
    /// five.</param>
    /// <exception cref="ArgumentException">A value is out of range.</exception>
    public long Subjects(double power)
    {
        Check.That(power is >= 0.1 and <= 0.99, nameof(power), "must be between 0.1 and 0.99");
        CheckInside(TreatmentShare, nameof(TreatmentShare));
        Check.AtLeast<int>(PlannedSampleSize, 1, nameof(PlannedSampleSize));
        var varianceOfOne = (_controlVariance / (1 - TreatmentShare)) + (_treatmentVariance / TreatmentShare);
        var drift = Math.Abs(Difference) / Math.Sqrt(varianceOfOne);
        return (long)Math.Ceiling(BoundaryCrossing.Time(drift, PlannedSampleSize, power));
    }

    private static void CheckInside(double value, string name) =>
        Check.That(value is > 0 and < 1, name, "must be greater than 0 and less than 1");
}
