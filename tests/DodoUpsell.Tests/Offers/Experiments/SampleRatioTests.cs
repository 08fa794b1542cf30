using DodoUpsell.Offers.Experiments;
using MathNet.Numerics;

namespace DodoUpsell.Tests.Offers.Experiments;

/// <summary>The check of the shares of subjects, by published examples, and the gamma function below it.</summary>
public sealed class SampleRatioTests
{
    private static SampleRatioCheck Equal => new(AssignmentTests.ExperimentOf("1,1"));

    [Fact]
    public void One_batch_far_off_is_an_alarm()
    {
        var check = Equal.Add(100, 900);

        Assert.Equal(2.3679e-13, check.PValue, 1e-17);
        Assert.True(check.IsAlarm);
    }

    [Fact]
    public void The_published_batches_are_met()
    {
        var first = Equal.Add(5000, 5200);
        var second = first.Add(10_000, 10_400);

        Assert.Equal(0.52803, first.PValue, 5);
        Assert.Equal(0.02392, second.PValue, 5);
        Assert.Equal([15_000, 15_600], second.Counts);
        Assert.False(second.IsAlarm);
    }

    [Fact]
    public void A_value_once_reached_is_kept()
    {
        var alarmed = Equal.Add(100, 900);

        Assert.Equal(alarmed.PValue, alarmed.Add(800, 0).PValue);
        Assert.Equal(1, Equal.PValue);
        Assert.Equal(1, Equal.Add(0, 0).PValue);
        Assert.Equal(1, Equal.Add(500, 500).PValue);
    }

    [Fact]
    public void Shares_follow_the_weights()
    {
        var tenth = new SampleRatioCheck(AssignmentTests.ExperimentOf("9,1"));

        Assert.False(tenth.Add(9000, 1000).IsAlarm);
        Assert.True(tenth.Add(1000, 1000).IsAlarm);
    }

    [Fact]
    public void A_variant_that_nobody_should_get_alarms_with_its_first_subject()
    {
        var check = new SampleRatioCheck(AssignmentTests.ExperimentOf("1,1,0"));

        Assert.False(check.Add(500, 500, 0).IsAlarm);
        Assert.Equal(0, check.Add(500, 500, 1).PValue);
    }

    [Fact]
    public void A_batch_that_does_not_fit_is_refused()
    {
        Assert.ThrowsAny<ArgumentException>(() => Equal.Add(1));
        Assert.ThrowsAny<ArgumentException>(() => Equal.Add(1, 1, 1));
        Assert.ThrowsAny<ArgumentException>(() => Equal.Add(1, -1));
        Assert.ThrowsAny<ArgumentException>(() => new SampleRatioCheck(AssignmentTests.ExperimentOf("0,0")));
    }

    [Fact]
    public void Log_gamma_agrees_with_MathNet()
    {
        for (var exponent = -12.0; exponent <= 14; exponent += 0.01)
        {
            var x = Math.Pow(10, exponent);
            var expected = SpecialFunctions.GammaLn(x);
            Assert.Equal(expected, LogGamma.Of(x), Math.Max(Math.Abs(expected), 1) * 2e-14);
        }

        Assert.Equal(0, LogGamma.Of(1), 1e-14);
        Assert.Equal(0, LogGamma.Of(2), 1e-14);
        Assert.Equal(Math.Log(Math.PI) / 2, LogGamma.Of(0.5), 1e-14);
        Assert.Throws<ArgumentOutOfRangeException>(() => LogGamma.Of(0));
    }
}
