namespace DodoUpsell.Offers.Experiments;

/// <summary>Computes the logarithm of the gamma function for positive arguments.</summary>
internal static class LogGamma
{
    // B(2k) / (2k (2k - 1)), the coefficients of Stirling's series.
    private static readonly double[] Stirling =
    [
        1.0 / 12,
        -1.0 / 360,
        1.0 / 1260,
        -1.0 / 1680,
        1.0 / 1188,
        -691.0 / 360_360,
        1.0 / 156,
        -3617.0 / 122_400,
    ];

    private static readonly double HalfLogTwoPi = Math.Log(2 * Math.PI) / 2;

    /// <summary>Returns the value to about 15 digits.</summary>
    public static double Of(double x)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(x);
        // The series is accurate from 10 on; below, gamma(x) = gamma(x + 1) / x leads there.
        var product = 1.0;
        for (; x < 10; x++)
            product *= x;

        var series = 0.0;
        var inverse = 1 / x;
        var square = inverse * inverse;
        for (var i = Stirling.Length - 1; i >= 0; i--)
            series = (series * square) + Stirling[i];
        return ((x - 0.5) * Math.Log(x)) - x + HalfLogTwoPi + (series * inverse) - Math.Log(product);
    }
}
