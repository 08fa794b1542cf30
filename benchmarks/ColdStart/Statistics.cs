namespace ColdStart;

/// <summary>Statistics that need no assumption about how the times are distributed.</summary>
internal static class Statistics
{
    public static double Median(IReadOnlyCollection<double> values) => Quantile(values, 0.5);

    public static double Quantile(IReadOnlyCollection<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        var position = share * (sorted.Length - 1);
        var below = (int)position;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
    }

    /// <summary>
    /// Returns the interval that contains the true median with a probability of at least 95 %. For fewer than 6 values it
    /// is their range, whose probability is lower.
    /// </summary>
    public static (double Low, double High) MedianInterval(IReadOnlyCollection<double> values)
    {
        // The number of values below the median has a binomial distribution: as many as heads of a coin.
        var sorted = values.Order().ToArray();
        var (cut, tail, term) = (0, 0.0, Math.Pow(0.5, sorted.Length));
        while (cut < (sorted.Length - 1) / 2 && tail + term <= 0.025)
        {
            tail += term;
            term = term * (sorted.Length - cut) / (cut + 1);
            cut++;
        }

        var skipped = Math.Max(cut - 1, 0);
        return (sorted[skipped], sorted[^(skipped + 1)]);
    }
}
