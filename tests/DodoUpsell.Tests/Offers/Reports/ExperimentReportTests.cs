using DodoUpsell.Offers.Reports;
using static DodoUpsell.Tests.Offers.Reports.TheOffer;

namespace DodoUpsell.Tests.Offers.Reports;

/// <summary>An experiment counts each subject once, after its attribution window, with what it bought within it.</summary>
public sealed class ExperimentReportTests
{
    private static readonly TimeSpan Window = TimeSpan.FromDays(7);

    private static readonly OfferRule Rule = new()
    {
        Id = "pro",
        Sale = new OfferedSale.Products { Items = [new() { ProductId = "pdt_pro", Quantity = 1 }] },
        Experiment = new()
        {
            Key = "price",
            AttributionWindow = Window,
            Variants = [new() { Name = "shown" }, new() { Name = "none", IsHoldout = true }],
        },
    };

    [Fact]
    public void The_holdout_is_the_control_and_its_purchases_count_however_they_were_made()
    {
        var report = Report(
            Start + Window,
            [Subject("1", "shown"), Subject("2", "shown"), Subject("3", "none"), Subject("4", "none")],
            [
                Paid("pay_1", 500, "ofr_1", "customer:1", Start.AddHours(1)),
                Paid("pay_3", 700, offerId: null, "customer:3", Start.AddHours(1)),
                Paid("pay_4", 900, offerId: null, "customer:4", Start.AddHours(1), product: "pdt_other"),
            ]
        );

        Assert.Equal([("shown", false), ("none", true)], report.Variants.Select(v => (v.Variant, v.IsControl)));
        Assert.Equal(ArmStatistics.FromConversions(2, 1), report.Variants[0].Conversion);
        Assert.Equal(ArmStatistics.FromConversions(2, 1), report.Variants[1].Conversion);
        Assert.Equal((500, 1600), ((long)report.Variants[0].Revenue.Sum, (long)report.Variants[1].Revenue.Sum));
        Assert.Equal(-550, report.Variants[0].RevenueDifference!.Estimate);
        Assert.Null(report.Variants[1].RevenueDifference);
    }

    [Fact]
    public void A_subject_counts_when_its_window_has_closed_and_not_earlier()
    {
        OfferRecord[] offers = [Subject("1", "shown"), Subject("2", "none")];

        var before = Report(Start + Window - TimeSpan.FromTicks(1), offers, []);
        var after = Report(Start + Window, offers, []);

        Assert.Equal((2, 0), (before.SubjectsWaiting, before.Variants[0].Conversion.Count));
        Assert.Equal((0, 1), (after.SubjectsWaiting, after.Variants[0].Conversion.Count));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 500)]
    [InlineData(604_799, 500)]
    [InlineData(604_800, 0)]
    public void Only_money_of_the_window_counts(int seconds, long expected)
    {
        var report = Report(
            Start.AddDays(60),
            [Subject("1", "shown")],
            [Paid("pay_1", 500, "ofr_1", "customer:1", Start.AddSeconds(seconds))]
        );

        Assert.Equal(expected, (long)report.Variants[0].Revenue.Sum);
        Assert.Equal(expected > 0 ? 1 : 0, (long)report.Variants[0].Conversion.Sum);
    }

    [Fact]
    public void A_subject_counts_once_in_its_first_variant()
    {
        var report = Report(
            Start.AddDays(60),
            [Subject("1", "shown"), Subject("1", "none", Start.AddDays(1)), Subject("1", "shown", Start.AddDays(2))],
            []
        );

        Assert.Equal([1L, 0L], report.Variants.Select(variant => variant.Conversion.Count));
        Assert.Equal([1L, 0L], report.SampleRatio.Counts);
    }

    [Fact]
    public void A_wrong_share_of_subjects_raises_the_alarm_also_when_later_days_make_up_for_it()
    {
        var offers = Enumerable
            .Range(0, 1000)
            .Select(i => Subject($"a{i}", i < 100 ? "shown" : "none"))
            .Concat(Enumerable.Range(0, 800).Select(i => Subject($"b{i}", "shown", Start.AddDays(1))));

        var report = Report(Start.AddDays(60), offers, []);

        Assert.Equal([900L, 900L], report.SampleRatio.Counts);
        Assert.True(report.SampleRatio.IsAlarm);
    }

    [Fact]
    public void Other_currencies_and_experiments_are_left_out()
    {
        var report = Report(
            Start.AddDays(60),
            [
                Subject("1", "shown"),
                Made("ofr_2", variant: "shown", experiment: "price", subject: "customer:2", currency: Currency.EUR),
                Made("ofr_3", variant: "shown", experiment: "other", subject: "customer:3"),
                Made("ofr_4", variant: "unknown", experiment: "price", subject: "customer:4"),
            ],
            [
                Paid("pay_1", 500, "ofr_1", "customer:1", currency: Currency.EUR),
                Paid("pay_2", 700, "ofr_1", "customer:1"),
            ]
        );

        Assert.Equal(ArmStatistics.FromConversions(1, 1), report.Variants[0].Conversion);
        Assert.Equal(700, (long)report.Variants[0].Revenue.Sum);
    }

    private static OfferRecord Subject(string id, string variant, DateTimeOffset? at = null) =>
        Made(
            $"ofr_{id}_{at:O}",
            variant == "none" ? OfferState.Withheld : OfferState.Open,
            variant: variant,
            experiment: "price",
            subject: $"customer:{id}",
            at: at
        );

    private static OfferExperimentReport Report(
        DateTimeOffset now,
        IEnumerable<OfferRecord> offers,
        IEnumerable<OfferMoney> movements
    )
    {
        var builder = new ExperimentBuilder(Rule, now);
        foreach (var offer in offers)
            builder.Add(offer);
        foreach (var money in movements)
            builder.Add(money);
        return builder.ToReport(Usd);
    }
}
