using DodoUpsell.Offers.Experiments;

namespace DodoUpsell;

/// <summary>
/// Checks whether the variants of an experiment get the shares of subjects that their weights say. If they do not, the
/// experiment is broken and its result is worthless, whatever its interval says.
/// </summary>
/// <remarks>
/// The check holds at every look: a correct experiment raises an alarm with a probability of at most 1 % over its whole
/// life. It is a Bayes factor with a Dirichlet-multinomial alternative. The value is immutable.
/// </remarks>
public sealed class SampleRatioCheck
{
    /// <summary>The limit of <see cref="PValue"/> below which there is an alarm: 0.01.</summary>
    public const double AlarmBelow = 0.01;

    private const double Concentration = 10_000;

    private readonly double[] _shares;
    private readonly long[] _counts;

    /// <summary>Creates the check of an experiment that has no subjects yet.</summary>
    /// <exception cref="ArgumentException">The experiment is invalid.</exception>
    public SampleRatioCheck(OfferExperiment experiment)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        experiment.Validate();
        _shares = ExperimentBucket.Shares(experiment.Variants);
        _counts = new long[_shares.Length];
    }

    private SampleRatioCheck(double[] shares, long[] counts, double pValue)
    {
        _shares = shares;
        _counts = counts;
        PValue = pValue;
    }

    /// <summary>Gets the number of subjects of each variant, in the order of the experiment.</summary>
    public IReadOnlyList<long> Counts => _counts;

    /// <summary>Gets the smallest p-value of all looks so far. It never rises.</summary>
    public double PValue { get; } = 1;

    /// <summary>Gets whether the shares are wrong: <see cref="PValue"/> is below 0.01.</summary>
    public bool IsAlarm => PValue < AlarmBelow;

    /// <summary>Returns the check after one more batch of subjects, such as those of a day.</summary>
    /// <param name="batch">The number of new subjects of each variant, in the order of the experiment.</param>
    /// <exception cref="ArgumentException">The batch does not have one number for each variant, or one is
    /// negative.</exception>
    public SampleRatioCheck Add(params IReadOnlyList<long> batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        Check.That(batch.Count == _counts.Length, nameof(batch), "must have one number for each variant");
        Check.That(batch.All(count => count >= 0), nameof(batch), "must not contain a negative number");
        var counts = new long[_counts.Length];
        for (var i = 0; i < counts.Length; i++)
            counts[i] = checked(_counts[i] + batch[i]);
        return new(_shares, counts, Math.Min(PValue, Math.Exp(-LogBayesFactor(_shares, counts))));
    }

    // How much better the counts agree with shares near the expected ones than with exactly the expected ones.
    private static double LogBayesFactor(double[] shares, long[] counts)
    {
        var log = LogGamma.Of(Concentration) - LogGamma.Of(Concentration + counts.Sum());
        for (var i = 0; i < shares.Length; i++)
        {
            if (shares[i] > 0)
            {
                var expected = Concentration * shares[i];
                log += LogGamma.Of(expected + counts[i]) - LogGamma.Of(expected) - (counts[i] * Math.Log(shares[i]));
            }
            else if (counts[i] > 0)
            {
                return double.PositiveInfinity; // a subject in a variant that nobody should get
            }
        }

        return log;
    }
}
