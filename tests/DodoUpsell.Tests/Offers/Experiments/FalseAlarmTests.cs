using System.Diagnostics;
using System.Numerics;

namespace DodoUpsell.Tests.Offers.Experiments;

/// <summary>
/// How often experiments without a difference find one, although they are looked at after every subject, and how often
/// experiments with a difference find it.
/// </summary>
[Collection(nameof(Simulations))]
public sealed class FalseAlarmTests(ITestOutputHelper output)
{
#if DEBUG
    private const int Experiments = 1_000; // code that is not optimised is ten times slower
#else
    private const int Experiments = 10_000;
#endif

    // Four times the planned size. Most false alarms are raised before twice of it; the interval widens from there on.
    private const int Subjects = 20_000;

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.10)]
    public void Conversion_without_a_difference_raises_at_most_five_percent_false_alarms(double rate) =>
        Check($"at a conversion of {rate:P0}", (ref coin, _) => coin.Uniform() < rate ? 1 : 0);

    [Theory]
    [InlineData(0.10, 1.0)]
    [InlineData(0.02, 1.5)]
    public void Skewed_revenue_without_a_difference_raises_at_most_five_percent_false_alarms(
        double rate,
        double skew
    ) =>
        Check(
            $"on log-normal revenue (sigma {skew:0.0}) of {rate:P0} of the subjects",
            (ref coin, _) => coin.Uniform() < rate ? (long)Math.Exp(Math.Log(2900) + (skew * coin.Normal())) : 0
        );

    [Fact]
    public void A_lift_from_ten_to_twelve_percent_is_found_by_14000_subjects_and_when_it_was_planned()
    {
        var found = SimulatedExperiment.Run(
            Experiments,
            seed: 7,
            subjects: 14_000,
            (ref coin, arm) => coin.Uniform() < 0.10 + (arm * 0.02) ? 1 : 0
        );
        var stops = found.Select(subjects => subjects ?? int.MaxValue).Order().ToList();
        var (half, most) = (stops[Experiments / 2], stops[Experiments * 8 / 10]);

        var count = found.Count(subjects => subjects is not null);
        output.WriteLine(
            $"{count} of {Experiments} experiments found 10 % to 12 % by 14000 subjects, half by {half}, 80 % by {most}"
        );
        Assert.True(count >= Experiments * 0.8, $"{count}");
        var plan = ExperimentPlan.ForConversion(0.10, 0.12);
        Assert.InRange(plan.Subjects(0.5), half * 0.95, half * 1.05);
        Assert.InRange(plan.Subjects(0.8), most * 0.95, most * 1.05);
    }

    [Fact]
    public void Correct_shares_raise_at_most_one_percent_false_alarms()
    {
        const int batches = 1_000;
        var check = new SampleRatioCheck(AssignmentTests.ExperimentOf("1,1"));
        var alarms = 0;
        Parallel.For(
            0,
            Experiments,
            i =>
            {
                var coin = new Coin(1_000_003 + i);
                var current = check;
                for (var batch = 0; batch < batches && !current.IsAlarm; batch++)
                {
                    var heads = coin.HeadsOf64();
                    current = current.Add(heads, 64 - heads);
                }

                if (current.IsAlarm)
                    Interlocked.Increment(ref alarms);
            }
        );

        output.WriteLine($"{alarms} of {Experiments} correct experiments alarm about their shares, in {batches} looks");
        Assert.True(alarms <= Experiments * 0.01, $"{alarms}");
    }

    [Fact]
    public void Wrong_shares_are_found()
    {
        const int experiments = 500;
        var check = new SampleRatioCheck(AssignmentTests.ExperimentOf("1,1"));
        var found = 0;
        for (var i = 0; i < experiments; i++)
        {
            var coin = new Coin(i);
            var current = check;
            for (var batch = 0; batch < 40_000 / 64 && !current.IsAlarm; batch++)
            {
                // One of sixteen subjects of the second variant is lost.
                var second = coin.Bits();
                var lost = coin.Bits() & coin.Bits() & coin.Bits() & coin.Bits();
                current = current.Add(BitOperations.PopCount(~second), BitOperations.PopCount(second & ~lost));
            }

            if (current.IsAlarm)
                found++;
        }

        output.WriteLine(
            $"{found} of {experiments} experiments that lose 6 % of the subjects of one variant alarm by 40000 subjects"
        );
        Assert.True(found >= experiments * 0.8, $"{found}");
    }

    private void Check(string where, SimulatedExperiment.Draw draw)
    {
        Assert.False(SimulatedExperiment.IsNarrowerThanTheShortcut(Subjects));
        var watch = Stopwatch.StartNew();
        var alarms = SimulatedExperiment.Run(Experiments, seed: 1, Subjects, draw).Count(found => found is not null);

        output.WriteLine(
            $"{alarms} of {Experiments} A/A experiments raise a false alarm {where}, looked at after each of {Subjects} subjects "
                + $"({watch.Elapsed.TotalSeconds:0.0} s)"
        );
        Assert.True(alarms <= Experiments * 0.05, $"{alarms}");
    }
}

/// <summary>Simulations use all processors, so that no other test runs beside them.</summary>
[CollectionDefinition(nameof(Simulations), DisableParallelization = true)]
public sealed class Simulations;
