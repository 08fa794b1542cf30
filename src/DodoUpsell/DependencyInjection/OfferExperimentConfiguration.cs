using Microsoft.Extensions.Configuration;

namespace DodoUpsell.DependencyInjection;

/// <summary>Reads the experiment of a rule, and what its variants change.</summary>
internal static class OfferExperimentConfiguration
{
    private static readonly string[] Keys =
    [
        nameof(OfferExperiment.Key),
        nameof(OfferExperiment.Salt),
        nameof(OfferExperiment.Variants),
        nameof(OfferExperiment.PlannedSampleSize),
        nameof(OfferExperiment.AttributionWindow),
    ];

    private static readonly string[] VariantKeys =
    [
        nameof(OfferVariant.Name),
        nameof(OfferVariant.Weight),
        nameof(OfferVariant.IsHoldout),
    ];

    private static readonly string[] ChangeKeys =
    [
        nameof(OfferVariantChange.Sale),
        nameof(OfferVariantChange.Discounts),
        nameof(OfferVariantChange.TextKey),
    ];

    public static OfferExperiment Read(IConfigurationSection section)
    {
        var read = new SettingsReader(section, Keys);
        var experiment = new OfferExperiment
        {
            Key = read.Text(nameof(OfferExperiment.Key)) ?? "",
            Variants = [.. read.Items(nameof(OfferExperiment.Variants)).Select(ReadVariant)],
        };
        return experiment with
        {
            Salt = read.Text(nameof(experiment.Salt)),
            PlannedSampleSize = read.Number(nameof(experiment.PlannedSampleSize)) ?? experiment.PlannedSampleSize,
            AttributionWindow = read.Time(nameof(experiment.AttributionWindow)) ?? experiment.AttributionWindow,
        };
    }

    public static IReadOnlyDictionary<string, OfferVariantChange> ReadChanges(
        IReadOnlyList<IConfigurationSection> variants
    ) => variants.ToDictionary(variant => variant.Key, ReadChange, StringComparer.Ordinal);

    private static OfferVariant ReadVariant(IConfigurationSection section)
    {
        var read = new SettingsReader(section, VariantKeys);
        var variant = new OfferVariant { Name = read.Text(nameof(OfferVariant.Name)) ?? "" };
        return variant with
        {
            Weight = read.Number(nameof(variant.Weight)) ?? variant.Weight,
            IsHoldout = read.Flag(nameof(variant.IsHoldout)) ?? variant.IsHoldout,
        };
    }

    private static OfferVariantChange ReadChange(IConfigurationSection section)
    {
        var read = new SettingsReader(section, ChangeKeys);
        var discounts = read.Items(nameof(OfferVariantChange.Discounts));
        return new()
        {
            Sale = read.Object(nameof(OfferVariantChange.Sale)) is { } sale
                ? OfferedSaleConfiguration.Read(sale)
                : null,
            Discounts = discounts.Count == 0 ? null : OfferedSaleConfiguration.ReadDiscounts(discounts),
            TextKey = read.Text(nameof(OfferVariantChange.TextKey)),
        };
    }
}
