namespace DodoUpsell.Tests.Offers.Experiments;

/// <summary>The interval of a difference, by a published example and at its limits.</summary>
public sealed class DifferenceIntervalTests
{
    [Fact]
    public void The_published_example_is_met_to_all_its_digits()
    {
        var interval = DifferenceInterval.Between(Conversions(3000, 1396), Conversions(3461, 2422), 5000)!;

        Assert.Equal(0.234464, interval.Estimate, 6);
        Assert.Equal(0.198049, interval.Lower, 6);
        Assert.Equal(0.270880, interval.Upper, 6);
        Assert.True(interval.ExcludesZero);
        Assert.Equal(0.234464 / (1396.0 / 3000), interval.Lift!.Value, 5);
    }

    [Fact]
    public void Exchanged_arms_give_the_mirrored_interval()
    {
        var interval = DifferenceInterval.Between(Conversions(3461, 2422), Conversions(3000, 1396), 5000)!;

        Assert.Equal(-0.270880, interval.Lower, 6);
        Assert.Equal(-0.198049, interval.Upper, 6);
        Assert.True(interval.ExcludesZero);
    }

    // One purchase in one arm and none in the other must not look like a certain result.
    [Theory]
    [InlineData(0, 0, 100, 50)]
    [InlineData(1, 1, 100, 50)]
    [InlineData(100, 0, 100, 50)]
    [InlineData(100, 100, 100, 50)]
    [InlineData(1, 0, 1, 1)]
    [InlineData(50, 0, 50, 50)]
    public void What_cannot_be_evaluated_has_no_interval(long subjects, long conversions, long others, long converted)
    {
        Assert.Null(
            DifferenceInterval.Between(Conversions(subjects, conversions), Conversions(others, converted), 5000)
        );
        Assert.Null(
            DifferenceInterval.Between(Conversions(others, converted), Conversions(subjects, conversions), 5000)
        );
    }

    [Fact]
    public void The_first_subjects_are_never_a_result()
    {
        for (var n = 2; n <= 15; n++)
        {
            for (var control = 1; control < n; control++)
            {
                for (var treatment = 1; treatment < n; treatment++)
                {
                    var interval = DifferenceInterval.Between(Conversions(n, control), Conversions(n, treatment), 5000);
                    Assert.False(interval!.ExcludesZero, $"{control} and {treatment} of {n}");
                }
            }
        }
    }

    [Fact]
    public void The_interval_is_narrowest_in_standard_errors_near_the_planned_size()
    {
        double Width(int planned)
        {
            var interval = DifferenceInterval.Between(Conversions(2500, 250), Conversions(2500, 250), planned)!;
            return interval.Upper - interval.Lower;
        }

        Assert.True(Width(5000) < Width(2500));
        Assert.True(Width(5000) < Width(10_000));
        Assert.Throws<ArgumentOutOfRangeException>(() => Width(0));
    }

    [Fact]
    public void Lift_is_missing_where_the_control_earned_nothing_or_lost_money()
    {
        var loss = new ArmStatistics().Add(-500).Add(-100);
        var gain = new ArmStatistics().Add(500).Add(100);

        Assert.Null(DifferenceInterval.Between(loss, gain, 5000)!.Lift);
        Assert.Equal(-2, DifferenceInterval.Between(gain, loss, 5000)!.Lift);
    }

    [Fact]
    public void Small_differences_of_large_amounts_are_not_lost()
    {
        const long large = 1_000_000_000_000_000;
        var arm = new ArmStatistics().Add(large).Add(large + 2).Add(large + 4);

        Assert.Equal(8.0 / 3, arm.Variance!.Value, 12);
        Assert.Equal((3 * (Int128)large) + 6, arm.Sum);
    }

    [Fact]
    public void Statistics_add_up_in_any_order()
    {
        long[] values = [1999, 0, 0, -500, 4999, 0, 12_999];
        var all = values.Aggregate(new ArmStatistics(), (arm, value) => arm.Add(value));
        var days = values
            .Reverse()
            .Chunk(3)
            .Select(day => day.Aggregate(new ArmStatistics(), (arm, value) => arm.Add(value)));
        var mean = values.Average();

        Assert.Equal(all, days.Aggregate(new ArmStatistics(), (sum, day) => sum.Add(day)));
        Assert.Equal(all, ArmStatistics.FromSums(all.Count, all.Sum, all.SumOfSquares));
        Assert.Equal(mean, all.Mean!.Value, 9);
        Assert.Equal(values.Average(value => Math.Pow(value - mean, 2)), all.Variance!.Value, 6);
        Assert.Equal(Conversions(2, 1), new ArmStatistics().Add(1).Add(0));
    }

    [Fact]
    public void Sums_that_no_values_have_are_refused()
    {
        Assert.Null(new ArmStatistics().Mean);
        Assert.Null(new ArmStatistics().Variance);
        Assert.ThrowsAny<ArgumentException>(() => ArmStatistics.FromSums(-1, 0, 0));
        Assert.ThrowsAny<ArgumentException>(() => ArmStatistics.FromSums(0, 1, 1));
        Assert.ThrowsAny<ArgumentException>(() => ArmStatistics.FromSums(2, 4, 7));
        Assert.ThrowsAny<ArgumentException>(() => Conversions(10, 11));
        Assert.ThrowsAny<ArgumentException>(() => Conversions(10, -1));
        Assert.Throws<OverflowException>(() => ArmStatistics.FromSums(10, 0, Int128.MaxValue));
        Assert.Throws<OverflowException>(() => ArmStatistics.FromSums(1, 0, Int128.MaxValue).Add(1));
    }

    private static ArmStatistics Conversions(long subjects, long conversions) =>
        ArmStatistics.FromConversions(subjects, conversions);
}
