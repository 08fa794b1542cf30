using System.Runtime.InteropServices;
using DodoUpsell.Offers.Experiments;

namespace DodoUpsell.Tests.Offers.Experiments;

/// <summary>An experiment with random subjects that is looked at after each of them.</summary>
internal static class SimulatedExperiment
{
    public const int PlannedSampleSize = 5000;

    // A look at fewer standard errors cannot exclude zero, so the interval is computed only from here on.
    private const double NeverExcluded = 2.5;

    /// <summary>Draws what a subject of an arm is worth.</summary>
    public delegate long Draw(ref Coin coin, int arm);

    /// <summary>
    /// Returns the number of subjects at the first look at which the interval excludes zero, or null if there is none.
    /// </summary>
    public static int? FirstExclusion(long seed, int subjects, Draw draw)
    {
        var coin = new Coin(seed);
        Span<Arm> arms = [default, default];
        for (var n = 1; n <= subjects; n++)
        {
            var arm = (int)(coin.Bits() >> 63);
            arms[arm].Add(draw(ref coin, arm));
            var difference = arms[1].Mean - arms[0].Mean;
            var variance = arms[0].VarianceOfMean + arms[1].VarianceOfMean;
            if (difference * difference <= NeverExcluded * NeverExcluded * variance * (1 - 1e-9))
                continue;
            var interval = DifferenceInterval.Between(arms[0].Statistics, arms[1].Statistics, PlannedSampleSize);
            if (interval is { ExcludesZero: true })
                return n;
        }

        return null;
    }

    /// <summary>Runs many experiments, with seeds of their own, and returns what each of them found.</summary>
    public static int?[] Run(int experiments, long seed, int subjects, Draw draw)
    {
        var found = new int?[experiments];
        Parallel.For(0, experiments, i => found[i] = FirstExclusion((seed * 1_000_003) + i, subjects, draw));
        return found;
    }

    public static bool IsNarrowerThanTheShortcut(int subjects) =>
        Enumerable.Range(2, subjects).Any(n => AnytimeBound.StandardErrors(n, PlannedSampleSize) < NeverExcluded);

    [StructLayout(LayoutKind.Auto)]
    private struct Arm
    {
        private long _count;
        private long _sum;
        private long _squares;

        public double Mean { get; private set; }

        public double VarianceOfMean { get; private set; }

        public readonly ArmStatistics Statistics => ArmStatistics.FromSums(_count, _sum, _squares);

        public void Add(long value)
        {
            _count++;
            _sum += value;
            _squares = checked(_squares + (value * value));
            var one = 1.0 / _count;
            Mean = _sum * one;
            VarianceOfMean = ((_squares * one) - (Mean * Mean)) * one;
        }
    }
}
