namespace DodoUpsell.Offers.Experiments;

/// <summary>How many standard errors a difference may be away from zero at any look, in 95 % of all experiments.</summary>
internal static class AnytimeBound
{
    private const double Alpha = 0.05;

    /// <summary>
    /// Returns the half width of the interval in standard errors: equation 9 of arXiv 2103.06476, where the factor
    /// sqrt(N) of the text is part of the root.
    /// </summary>
    public static double StandardErrors(double subjects, double plannedSampleSize)
    {
        var rhoSquared = RhoSquared(plannedSampleSize);
        var growth = (subjects * rhoSquared) + 1;
        return Math.Sqrt(2 * growth / (subjects * rhoSquared) * Math.Log(Math.Sqrt(growth) / Alpha));
    }

    // The value that makes the interval narrowest at the planned number of subjects.
    private static double RhoSquared(double plannedSampleSize)
    {
        var logs = -2 * Math.Log(Alpha);
        return (logs + Math.Log(1 + logs)) / plannedSampleSize;
    }
}
