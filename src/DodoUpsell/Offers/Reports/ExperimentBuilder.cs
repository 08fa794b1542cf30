namespace DodoUpsell.Offers.Reports;

/// <summary>
/// Collects the subjects of one experiment, each from the moment when it was first shown the offer or the offer was
/// withheld.
/// </summary>
internal sealed class ExperimentBuilder(OfferRule rule, DateTimeOffset now)
{
    private readonly OfferExperiment _experiment = rule.Experiment!;
    private readonly List<OfferVariant> _variants = [.. rule.Experiment!.Variants];
    private readonly Dictionary<string, ExperimentSubject> _subjects = new(StringComparer.Ordinal);
    private readonly SortedDictionary<DateTime, long[]> _shownByDay = [];

    /// <summary>Adds an offer. Of a subject's offers only the first one counts.</summary>
    public void Add(OfferRecord offer)
    {
        if (!string.Equals(offer.ExperimentKey, _experiment.Key, StringComparison.Ordinal))
            return;
        var variant = IndexOf(offer.Variant);
        if (variant < 0 || _subjects.ContainsKey(offer.SubjectId))
            return;
        _subjects[offer.SubjectId] = new(variant, offer, OfferTerms.Parse(offer.Terms).ProductIds);
        var day = offer.MadeAt.UtcDateTime.Date;
        if (!_shownByDay.TryGetValue(day, out var counts))
            _shownByDay[day] = counts = new long[_variants.Count];
        counts[variant]++;
    }

    public void Add(OfferMoney money)
    {
        if (_subjects.TryGetValue(money.SubjectId, out var subject))
            subject.Add(money, _experiment.AttributionWindow);
    }

    public OfferExperimentReport ToReport(Currency currency)
    {
        var conversions = new ArmStatistics[_variants.Count];
        var revenues = new ArmStatistics[_variants.Count];
        var waiting = 0;
        foreach (var subject in _subjects.Values.Where(subject => subject.Currency == currency))
        {
            if (!subject.IsClosed(_experiment.AttributionWindow, now))
            {
                waiting++;
                continue;
            }

            conversions[subject.Variant] = conversions[subject.Variant].Add(subject.HasConverted ? 1 : 0);
            revenues[subject.Variant] = revenues[subject.Variant].Add(subject.Revenue);
        }

        var control = Control();
        return new OfferExperimentReport
        {
            ExperimentKey = _experiment.Key,
            RuleId = rule.Id,
            SampleRatio = SampleRatio(),
            SubjectsWaiting = waiting,
            Variants =
            [
                .. _variants.Select(
                    (variant, index) =>
                        new OfferVariantReport
                        {
                            Variant = variant.Name,
                            IsControl = index == control,
                            Conversion = conversions[index],
                            Revenue = revenues[index],
                            ConversionDifference = Difference(conversions, control, index),
                            RevenueDifference = Difference(revenues, control, index),
                        }
                ),
            ],
        };
    }

    // What an offer brought is the difference to those who were not shown it.
    private int Control() => Math.Max(0, _variants.FindIndex(variant => variant.IsHoldout));

    private DifferenceInterval? Difference(ArmStatistics[] arms, int control, int index) =>
        index == control ? null : DifferenceInterval.Between(arms[control], arms[index], _experiment.PlannedSampleSize);

    private SampleRatioCheck SampleRatio()
    {
        var check = new SampleRatioCheck(_experiment);
        foreach (var counts in _shownByDay.Values)
            check = check.Add(counts);
        return check;
    }

    private int IndexOf(string? name) =>
        _variants.FindIndex(variant => string.Equals(variant.Name, name, StringComparison.Ordinal));
}
