using DodoUpsell.Offers.Experiments;

namespace DodoUpsell;

/// <summary>
/// An experiment that compares variants of an offer: its variants, their weights, and the size it is planned for.
/// </summary>
/// <remarks>
/// Define an experiment once and leave it unchanged while it runs. To change it, define a new one with a new
/// <see cref="Key"/>. Changed weights never move a subject that was already assigned, but they make
/// <see cref="SampleRatioCheck"/> raise an alarm.
/// </remarks>
public sealed record OfferExperiment
{
    /// <summary>The maximum length of a key, a salt or the name of a variant: 100 characters.</summary>
    public const int MaxNameLength = 100;

    /// <summary>Gets the name of the experiment, 1 to 100 characters. Assignments are stored under it.</summary>
    public required string Key { get; init; }

    /// <summary>
    /// Gets the text that is combined with the subject to compute its bucket. Experiments with the same salt assign
    /// each subject alike.
    /// </summary>
    /// <value>The default is null, which uses <see cref="Key"/>.</value>
    public string? Salt { get; init; }

    /// <summary>
    /// Gets the variants. Their names are unique, at most one is a holdout, and their weights add up to at most 10,000.
    /// </summary>
    public required IReadOnlyList<OfferVariant> Variants { get; init; }

    /// <summary>
    /// Gets the number of subjects, of both compared variants, at which the interval is narrowest in relation to the
    /// data. The interval holds at every other number as well.
    /// </summary>
    /// <value>The default is 5,000.</value>
    public int PlannedSampleSize { get; init; } = 5_000;

    /// <summary>
    /// Gets the time after the first assignment in which purchases of a subject count. A subject is counted once this
    /// time has passed.
    /// </summary>
    /// <value>The default is 7 days.</value>
    public TimeSpan AttributionWindow { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Returns the key only.</summary>
    public override string ToString() => $"{nameof(OfferExperiment)} ({Key})";

    internal string BucketSeed => Salt ?? Key;

    internal void Validate()
    {
        CheckName(Key, nameof(Key));
        if (Salt is not null)
            CheckName(Salt, nameof(Salt));
        Check.NotEmpty(Variants, nameof(Variants));
        Check.Each(Variants, nameof(Variants), static (variant, path) => variant.Validate(path));
        var names = Variants.Select(variant => variant.Name).Distinct(StringComparer.Ordinal);
        Check.That(names.Count() == Variants.Count, nameof(Variants), "must have unique names");
        Check.That(
            Variants.Count(variant => variant.IsHoldout) <= 1,
            nameof(Variants),
            "must have one holdout at most"
        );
        Check.That(Variants.Any(variant => !variant.IsHoldout), nameof(Variants), "must not be a holdout alone");
        Check.Between<long>(
            Variants.Sum(variant => (long)variant.Weight),
            1,
            ExperimentBucket.Count,
            nameof(OfferVariant.Weight),
            "the sum of all variants"
        );
        Check.AtLeast<int>(PlannedSampleSize, 1, nameof(PlannedSampleSize));
        Check.That(AttributionWindow > TimeSpan.Zero, nameof(AttributionWindow), "must be greater than zero");
    }

    internal static void CheckName(string? name, string property, string? of = null)
    {
        Check.NotBlank(name, property, of);
        Check.LengthAtMost(name, MaxNameLength, property, of);
    }
}
