namespace DodoUpsell.Offers.Experiments;

/// <summary>
/// Calculates when a true difference leaves the interval that holds at every look: the time at which a Brownian motion
/// with drift has crossed the bound with a given probability.
/// </summary>
/// <remarks>
/// After t subjects, the difference in standard errors times sqrt(t) is such a motion, and so is the bound. Whoever is
/// above the bound at t has crossed it at some s before, and has been carried on from there:
/// <c>P(above at t) = sum over s of P(crossed at s) · P(above at t | at the bound at s)</c>. Solved from the first
/// interval on, this gives each P(crossed at s). The crossing of the opposite bound is neglected; it is far rarer.
/// </remarks>
internal static class BoundaryCrossing
{
    // Twice as many change the result by less than one subject in 10,000.
    private const int Steps = 250;

    public static double Time(double drift, int plannedSampleSize, double probability)
    {
        // By the time at which it is above the bound with that probability, it has crossed it with a higher one.
        var end = 1.0;
        while (Above(drift, plannedSampleSize, 0, end) < probability)
            end *= 1.25;

        var step = end / Steps;
        var crossed = new double[Steps];
        var sum = 0.0;
        for (var k = 0; k < Steps; k++)
        {
            var now = (k + 1) * step;
            var rest = Above(drift, plannedSampleSize, 0, now);
            for (var j = 0; j < k; j++)
                rest -= crossed[j] * Above(drift, plannedSampleSize, (j + 0.5) * step, now);
            crossed[k] = Math.Max(0, rest / Above(drift, plannedSampleSize, (k + 0.5) * step, now));
            if (sum + crossed[k] >= probability)
                return now - (step * (sum + crossed[k] - probability) / crossed[k]);
            sum += crossed[k];
        }

        return end;
    }

    // The probability to be above the bound at `now`, from the bound at `start`, or from zero at the very beginning.
    private static double Above(double drift, int plannedSampleSize, double start, double now)
    {
        var from = start == 0 ? 0 : Bound(start, plannedSampleSize);
        var climb = Bound(now, plannedSampleSize) - from;
        return NormalProbability(((drift * (now - start)) - climb) / Math.Sqrt(now - start));
    }

    private static double Bound(double subjects, int plannedSampleSize) =>
        Math.Sqrt(subjects) * AnytimeBound.StandardErrors(subjects, plannedSampleSize);

    /// <summary>Returns the probability that a standard normal variable is below z, to 7 digits.</summary>
    internal static double NormalProbability(double z)
    {
        // The complementary error function as a Chebyshev fit (Numerical Recipes, 6.2).
        double[] fit =
        [
            -1.265_512_23,
            1.000_023_68,
            0.374_091_96,
            0.096_784_18,
            -0.186_288_06,
            0.278_868_07,
            -1.135_203_98,
            1.488_515_87,
            -0.822_152_23,
            0.170_872_77,
        ];
        var x = Math.Abs(z) / Math.Sqrt(2);
        var t = 1 / (1 + (x / 2));
        var exponent = 0.0;
        for (var i = fit.Length - 1; i >= 0; i--)
            exponent = (exponent * t) + fit[i];
        var tail = t * Math.Exp(exponent - (x * x)) / 2;
        return z > 0 ? 1 - tail : tail;
    }
}
