using System.Globalization;
using DodoUpsell.Offers.Experiments;

namespace DodoUpsell.Tests.Offers.Experiments;

/// <summary>Who gets which variant: always the same one, and each variant as often as its weight says.</summary>
public sealed class AssignmentTests(ITestOutputHelper output)
{
    private const int Subjects = 100_000;

    [Theory]
    [InlineData("seed", "a", 0.0505)]
    [InlineData("seed", "b", 0.2696)]
    [InlineData("foo", "def", 0.2019)]
    public void Buckets_are_those_of_common_feature_flag_systems(string seed, string id, double expected) =>
        Assert.Equal(expected, ExperimentBucket.Of(seed, id) / 10_000.0);

    // Buckets are stored nowhere but in assignments, so a change of this would move subjects to other variants.
    [Fact]
    public void Only_the_low_byte_of_a_character_counts() =>
        Assert.Equal(ExperimentBucket.Of("seed", "\u0061"), ExperimentBucket.Of("seed", "\u0161"));

    [Theory]
    [InlineData("1,1")]
    [InlineData("9,1")]
    [InlineData("60,30,10")]
    [InlineData("1,1,1")]
    [InlineData("950,50,0")]
    public async Task Each_variant_gets_its_share_within_one_percent_of_all_subjects(string weights)
    {
        var experiment = ExperimentOf(weights);
        var counts = experiment.Variants.ToDictionary(variant => variant.Name, _ => 0);
        for (var i = 0; i < Subjects; i++)
            counts[await VariantAsync(experiment, string.Create(CultureInfo.InvariantCulture, $"user-{i}"))]++;

        var total = experiment.Variants.Sum(variant => variant.Weight);
        var worst = experiment.Variants.Max(variant =>
            Math.Abs((counts[variant.Name] / (double)Subjects) - (variant.Weight / (double)total))
        );
        output.WriteLine(
            $"weights {weights}: {string.Join('/', counts.Values)} of {Subjects} subjects, off by {worst:P2} at most"
        );
        Assert.True(worst < 0.01, $"{worst:P2}");
        Assert.All(
            experiment.Variants.Where(variant => variant.Weight == 0),
            variant => Assert.Equal(0, counts[variant.Name])
        );
    }

    [Fact]
    public async Task Two_experiments_assign_independently_of_each_other()
    {
        var first = ExperimentOf("1,1");
        var second = first with { Key = "another" };
        var alike = 0;
        for (var i = 0; i < Subjects; i++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"user-{i}");
            if (await VariantAsync(first, id) == await VariantAsync(second, id))
                alike++;
        }

        Assert.InRange(alike / (double)Subjects, 0.49, 0.51);
    }

    [Fact]
    public async Task Experiments_with_the_same_salt_assign_alike()
    {
        var first = ExperimentOf("1,1") with { Salt = "summer" };
        var second = first with { Key = "another" };
        for (var i = 0; i < 1000; i++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"user-{i}");
            Assert.Equal(await VariantAsync(first, id), await VariantAsync(second, id));
        }
    }

    // Written down, so that another process, platform or version is held to the same result.
    [Theory]
    [InlineData("user-1", "v1")]
    [InlineData("user-2", "v0")]
    [InlineData("user-3", "v1")]
    [InlineData("cus_9Yt3", "v1")]
    public async Task Assignment_survives_a_restart(string id, string variant)
    {
        Assert.Equal(variant, await VariantAsync(ExperimentOf("1,1"), id));
        Assert.Equal(variant, await VariantAsync(ExperimentOf("5000,5000"), id));
    }

    [Fact]
    public void Every_bucket_belongs_to_one_variant_and_shares_say_so()
    {
        foreach (var weights in (string[])["1", "1,1,1", "1,9999", "3333,1,6666", "0,7,0", "7,11,13,17"])
        {
            var variants = ExperimentOf(weights).Variants;
            var counts = new int[variants.Count];
            for (var bucket = 0; bucket < ExperimentBucket.Count; bucket++)
                counts[variants.ToList().IndexOf(ExperimentBucket.Choose(variants, bucket))]++;

            Assert.Equal(counts.Select(count => count / 10_000.0), ExperimentBucket.Shares(variants));
            Assert.All(variants.Zip(counts), pair => Assert.Equal(pair.First.Weight > 0, pair.Second > 0));
        }
    }

    public static TheoryData<string, OfferExperiment> Invalid =>
        new()
        {
            { "Key", ExperimentOf("1,1") with { Key = " " } },
            { "Key", ExperimentOf("1,1") with { Key = new('k', 101) } },
            { "Salt", ExperimentOf("1,1") with { Salt = "" } },
            { "Variants", ExperimentOf("1,1") with { Variants = [] } },
            { "Variants[1].Name", ExperimentOf("1,1") with { Variants = [new() { Name = "a" }, new() { Name = "" }] } },
            { "unique", ExperimentOf("1,1") with { Variants = [new() { Name = "a" }, new() { Name = "a" }] } },
            { "holdout", ExperimentOf("1,1") with { Variants = [new() { Name = "a", IsHoldout = true }] } },
            {
                "holdout",
                ExperimentOf("1") with
                {
                    Variants =
                    [
                        new() { Name = "a" },
                        new() { Name = "b", IsHoldout = true },
                        new() { Name = "c", IsHoldout = true },
                    ],
                }
            },
            { "Weight", ExperimentOf("1,-1") },
            { "Weight", ExperimentOf("0,0") },
            { "Weight", ExperimentOf("10000,1") },
            { "Weight", ExperimentOf("2147483647,2147483647") },
            { "PlannedSampleSize", ExperimentOf("1,1") with { PlannedSampleSize = 0 } },
            { "AttributionWindow", ExperimentOf("1,1") with { AttributionWindow = TimeSpan.Zero } },
        };

    [Theory]
    [MemberData(nameof(Invalid), DisableDiscoveryEnumeration = true)]
    public async Task An_invalid_experiment_assigns_nobody(string named, OfferExperiment experiment)
    {
        var error = await Assert.ThrowsAnyAsync<ArgumentException>(() => VariantAsync(experiment, "user-1"));
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_subject_without_id_is_refused_and_never_printed()
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(() => VariantAsync(ExperimentOf("1,1"), " "));
        var context = new OfferAllocationContext { Experiment = ExperimentOf("1,1"), SubjectId = "anna@example.com" };
        Assert.DoesNotContain("anna", context.ToString(), StringComparison.Ordinal);
    }

    private static async Task<string> VariantAsync(OfferExperiment experiment, string id) =>
        (await new HashOfferAllocator().AllocateAsync(new() { Experiment = experiment, SubjectId = id }))!.Variant;

    internal static OfferExperiment ExperimentOf(string weights) =>
        new()
        {
            Key = "experiment",
            Variants =
            [
                .. weights
                    .Split(',')
                    .Select(
                        (weight, index) =>
                            new OfferVariant
                            {
                                Name = string.Create(CultureInfo.InvariantCulture, $"v{index}"),
                                Weight = int.Parse(weight, CultureInfo.InvariantCulture),
                            }
                    ),
            ],
        };
}
