using DodoUpsell.Offers;
using Microsoft.Extensions.Configuration;

namespace DodoUpsell.DependencyInjection;

/// <summary>Reads the configuration section <c>Offers</c>.</summary>
internal sealed class OfferConfiguration : IOfferSettings
{
    private static readonly string[] Keys =
    [
        nameof(OfferOptions.Rules),
        nameof(OfferOptions.Families),
        nameof(OfferOptions.ChainLimit),
        nameof(OfferOptions.DecisionDeadline),
        nameof(OfferOptions.OpenOnPurchase),
        nameof(OfferOptions.Cultures),
        nameof(OfferOptions.AcceptTexts),
        nameof(OfferOptions.TermsUrl),
        nameof(OfferOptions.Breaker),
        nameof(OfferOptions.Retention),
    ];

    private static readonly string[] FamilyKeys = [nameof(OfferFamily.Name), nameof(OfferFamily.ProductIds)];

    public void Read(IConfigurationSection section, OfferOptions options)
    {
        var read = new SettingsReader(section, Keys);
        options.ChainLimit = read.Number(nameof(options.ChainLimit)) ?? options.ChainLimit;
        options.DecisionDeadline = read.Time(nameof(options.DecisionDeadline)) ?? options.DecisionDeadline;
        options.OpenOnPurchase = read.Flag(nameof(options.OpenOnPurchase)) ?? options.OpenOnPurchase;
        options.TermsUrl = read.Text(nameof(options.TermsUrl)) ?? options.TermsUrl;
        options.Retention = read.Time(nameof(options.Retention)) ?? options.Retention;
        if (read.Object(nameof(options.Breaker)) is { } breaker)
            options.Breaker = OfferRuleConfiguration.ReadBreaker(breaker);
        ReadCultures(read, options);
        foreach (var text in read.Named(nameof(options.AcceptTexts)))
            options.AcceptTexts[text.Key] = SettingsReader.Single(text);
        foreach (var family in read.Items(nameof(options.Families)))
            options.AddFrom(family.Path, ReadFamily(family));
        foreach (var rule in read.Items(nameof(options.Rules)))
            options.AddFrom(rule.Path, OfferRuleConfiguration.Read(rule));
    }

    private static void ReadCultures(SettingsReader read, OfferOptions options)
    {
        var cultures = read.Texts(nameof(options.Cultures));
        if (cultures.Count == 0)
            return;
        options.Cultures.Clear();
        foreach (var culture in cultures)
            options.Cultures.Add(culture);
    }

    private static OfferFamily ReadFamily(IConfigurationSection section)
    {
        var read = new SettingsReader(section, FamilyKeys);
        return new(read.Text(nameof(OfferFamily.Name)) ?? "", read.Texts(nameof(OfferFamily.ProductIds)));
    }
}
