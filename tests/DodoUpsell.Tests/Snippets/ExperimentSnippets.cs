using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.FeatureManagement;

namespace DodoUpsell.Tests.Snippets;

/// <summary>The code of docs/experiments.md.</summary>
public sealed class ExperimentSnippets
{
    private static OfferExperiment Headline()
    {
        #region experiment-definition
        var experiment = new OfferExperiment
        {
            Key = "headline-2026-11",
            Variants =
            [
                new()
                {
                    Name = "holdout",
                    Weight = 10,
                    IsHoldout = true,
                },
                new() { Name = "short", Weight = 45 },
                new() { Name = "long", Weight = 45 },
            ],
            PlannedSampleSize = 5_000,
            AttributionWindow = TimeSpan.FromDays(7),
        };
        #endregion
        return experiment;
    }

    [Fact]
    public void Variants_are_compared_by_their_difference()
    {
        var experiment = Headline();

        #region experiment-comparison
        var control = ArmStatistics.FromConversions(subjects: 3_000, conversions: 1_396);
        var treatment = ArmStatistics.FromConversions(subjects: 3_461, conversions: 2_422);

        var interval = DifferenceInterval.Between(control, treatment, experiment.PlannedSampleSize);
        var verdict = interval switch
        {
            null => "There are too few subjects, or no conversions yet.",
            { ExcludesZero: true } => $"Changed by {interval.Lower:P1} to {interval.Upper:P1} (points).",
            _ => "No difference is proven so far. Go on, or stop without a result.",
        };
        #endregion
        Assert.StartsWith("Changed by ", verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void Shares_are_checked_day_by_day()
    {
        var experiment = Headline();

        #region experiment-ratio
        var check = new SampleRatioCheck(experiment);
        check = check.Add(102, 447, 451); // the new subjects of a day: holdout, short, long
        check = check.Add(97, 440, 463);
        if (check.IsAlarm)
            throw new InvalidOperationException("The shares of the variants are wrong. Do not use the result.");
        #endregion
        Assert.Equal([199, 887, 914], check.Counts);
    }

    [Fact]
    public void Subjects_are_planned_before_the_start()
    {
        #region experiment-plan
        var plan = ExperimentPlan.ForConversion(controlRate: 0.10, treatmentRate: 0.12);
        var half = plan.Subjects(power: 0.5); // half of such experiments end by then
        var most = plan.Subjects(power: 0.8);
        #endregion
        Assert.InRange(half, 6_500, most);
        Assert.InRange(most, half, 13_000);
    }

    [Fact]
    public async Task Feature_flags_assign_the_variants()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());

        #region experiment-feature-management
        services.AddFeatureManagement();
        services.AddDodoUpsells(options => options.ApiKey = "your-api-key").UseFeatureManagementVariants();
        #endregion
        await using var app = services.BuildServiceProvider();
        var context = new OfferAllocationContext { Experiment = Headline(), SubjectId = "user-1" };

        Assert.Null(await app.GetRequiredService<IOfferAllocator>().AllocateAsync(context)); // there is no such flag
    }
}
