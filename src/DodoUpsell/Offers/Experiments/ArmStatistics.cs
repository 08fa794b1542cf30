using System.Runtime.InteropServices;

namespace DodoUpsell;

/// <summary>
/// The count, sum and sum of squares of one variant's subjects. They are exact integers, so totals are exact and the
/// order of the subjects does not matter.
/// </summary>
/// <remarks>
/// There is one value for each subject: 1 or 0 for a conversion, or the revenue in minor units of one currency, net of
/// refunds. Statistics can be read from a database with <c>COUNT(*)</c>, <c>SUM(x)</c> and <c>SUM(x * x)</c>.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ArmStatistics
{
    private ArmStatistics(long count, Int128 sum, Int128 sumOfSquares)
    {
        Count = count;
        Sum = sum;
        SumOfSquares = sumOfSquares;
    }

    /// <summary>Gets the number of subjects.</summary>
    public long Count { get; }

    /// <summary>Gets the sum of the values.</summary>
    public Int128 Sum { get; }

    /// <summary>Gets the sum of the squares of the values.</summary>
    public Int128 SumOfSquares { get; }

    /// <summary>Gets the mean of the values, or null if there are no subjects.</summary>
    public double? Mean => Count == 0 ? null : (double)Sum / Count;

    /// <summary>
    /// Gets the variance of the values: the mean of the squared differences from <see cref="Mean"/>, or null if there
    /// are no subjects.
    /// </summary>
    public double? Variance => Count == 0 ? null : (double)Spread(Count, Sum, SumOfSquares) / Count / Count;

    /// <summary>Creates statistics from a count, a sum and a sum of squares.</summary>
    /// <exception cref="ArgumentException">No values have these sums.</exception>
    /// <exception cref="OverflowException">The values are too large: the count multiplied by the sum of squares must be
    /// less than 2<sup>127</sup>.</exception>
    public static ArmStatistics FromSums(long count, Int128 sum, Int128 sumOfSquares)
    {
        Check.AtLeast<long>(count, 0, nameof(count));
        Check.That(
            count == 0 ? sum == 0 && sumOfSquares == 0 : Spread(count, sum, sumOfSquares) >= 0,
            nameof(sumOfSquares),
            "must be the sum of the squares of the values"
        );
        return new(count, sum, sumOfSquares);
    }

    /// <summary>Creates the statistics of conversions: each subject has converted or not.</summary>
    /// <exception cref="ArgumentException">A number is negative, or there are more conversions than subjects.</exception>
    public static ArmStatistics FromConversions(long subjects, long conversions)
    {
        Check.AtLeast<long>(subjects, 0, nameof(subjects));
        Check.Between<long>(conversions, 0, subjects, nameof(conversions));
        return new(subjects, conversions, conversions);
    }

    /// <summary>Returns the statistics with the value of one more subject.</summary>
    /// <exception cref="OverflowException">The sums are too large for their type.</exception>
    public ArmStatistics Add(long value) =>
        checked(new(Count + 1, Sum + value, SumOfSquares + ((Int128)value * value)));

    /// <summary>Returns the statistics of the subjects of both, such as those of two days.</summary>
    /// <exception cref="OverflowException">The sums are too large for their type.</exception>
    public ArmStatistics Add(ArmStatistics other) =>
        checked(new(Count + other.Count, Sum + other.Sum, SumOfSquares + other.SumOfSquares));

    // Exact. The difference of two rounded means of squares would lose small variances of large amounts.
    private static Int128 Spread(long count, Int128 sum, Int128 sumOfSquares) =>
        checked((count * sumOfSquares) - (sum * sum));
}
