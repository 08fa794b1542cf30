using DodoUpsell.Offers.Experiments;
using MathNet.Numerics.Distributions;

namespace DodoUpsell.Tests.Offers.Experiments;

/// <summary>The planned numbers of subjects, by figures that were found by simulation.</summary>
public sealed class ExperimentPlanTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(0.10, 0.12, 0.5, 7_119)]
    [InlineData(0.10, 0.12, 0.8, 12_051)]
    [InlineData(0.05, 0.06, 0.5, 15_557)]
    [InlineData(0.05, 0.06, 0.8, 26_909)]
    public void Planned_numbers_are_those_of_simulations(double control, double treatment, double power, int simulated)
    {
        var planned = ExperimentPlan.ForConversion(control, treatment).Subjects(power);

        output.WriteLine($"{control:P0} to {treatment:P0}, power {power:P0}: {planned} planned, {simulated} simulated");
        Assert.InRange(planned, simulated * 0.95, simulated * 1.05);
    }

    [Fact]
    public void A_change_for_the_worse_takes_about_as_long()
    {
        var better = ExperimentPlan.ForConversion(0.10, 0.12).Subjects(0.8);
        Assert.Equal(better, ExperimentPlan.ForConversion(0.12, 0.10).Subjects(0.8));
    }

    [Fact]
    public void Revenue_is_planned_by_its_standard_deviation()
    {
        var rates = Math.Sqrt(((0.10 * 0.90) + (0.12 * 0.88)) / 2);
        Assert.Equal(
            ExperimentPlan.ForConversion(0.10, 0.12).Subjects(0.8),
            ExperimentPlan.ForRevenue(2_000, rates * 100_000).Subjects(0.8),
            1.0
        );
    }

    [Fact]
    public void A_small_holdout_needs_more_subjects()
    {
        var half = ExperimentPlan.ForConversion(0.10, 0.12);
        Assert.True((half with { TreatmentShare = 0.9 }).Subjects(0.8) > 2 * half.Subjects(0.8));
    }

    [Fact]
    public void More_power_needs_more_subjects_and_tiny_differences_end()
    {
        var plan = ExperimentPlan.ForConversion(0.10, 0.12);
        Assert.True(plan.Subjects(0.1) < plan.Subjects(0.5) && plan.Subjects(0.8) < plan.Subjects(0.99));
        Assert.True(ExperimentPlan.ForConversion(0.10, 0.100_001).Subjects(0.8) > 1_000_000_000_000);
        Assert.InRange(ExperimentPlan.ForConversion(0.01, 0.99).Subjects(0.8), 2, 60);
    }

    [Fact]
    public void Impossible_plans_are_refused()
    {
        var plan = ExperimentPlan.ForConversion(0.10, 0.12);
        Assert.ThrowsAny<ArgumentException>(() => ExperimentPlan.ForConversion(0.1, 0.1));
        Assert.ThrowsAny<ArgumentException>(() => ExperimentPlan.ForConversion(0, 0.1));
        Assert.ThrowsAny<ArgumentException>(() => ExperimentPlan.ForConversion(0.1, double.NaN));
        Assert.ThrowsAny<ArgumentException>(() => ExperimentPlan.ForRevenue(0, 1));
        Assert.ThrowsAny<ArgumentException>(() => ExperimentPlan.ForRevenue(1, 0));
        Assert.ThrowsAny<ArgumentException>(() => plan.Subjects(1));
        Assert.ThrowsAny<ArgumentException>(() => plan.Subjects(double.NaN));
        Assert.ThrowsAny<ArgumentException>(() => (plan with { TreatmentShare = 1 }).Subjects(0.5));
        Assert.ThrowsAny<ArgumentException>(() => (plan with { PlannedSampleSize = 0 }).Subjects(0.5));
    }

    [Fact]
    public void Normal_probabilities_agree_with_MathNet()
    {
        for (var z = -10.0; z <= 10; z += 0.001)
        {
            var expected = Normal.CDF(0, 1, z);
            Assert.Equal(expected, BoundaryCrossing.NormalProbability(z), expected * 2e-7);
        }
    }
}
