using System.Collections.Frozen;

namespace DodoUpsell.Offers;

/// <summary>
/// The words on the button with which a consumer orders, where the law prescribes that they name the obligation to pay
/// (Directive 2011/83/EU, Article 8(2)). Wrong words make the order void.
/// </summary>
internal static class StatutoryWords
{
    private const string English = "Order with obligation to pay";

    private static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["en"] = English,
        ["de"] = "Zahlungspflichtig bestellen",
        ["fr"] = "Commande avec obligation de paiement",
        ["nl"] = "Bestellen en betalen",
        ["pl"] = "Zamówienie z obowiązkiem zapłaty",
        ["it"] = "Ordine con obbligo di pagare",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets the official languages of the European Union.</summary>
    public static IReadOnlySet<string> EuropeanLanguages { get; } =
        new[]
        {
            "bg",
            "cs",
            "da",
            "de",
            "el",
            "en",
            "es",
            "et",
            "fi",
            "fr",
            "ga",
            "hr",
            "hu",
            "it",
            "lt",
            "lv",
            "mt",
            "nl",
            "pl",
            "pt",
            "ro",
            "sk",
            "sl",
            "sv",
        }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Returns whether a culture needs words that neither the SDK nor the seller has: its language is one of the
    /// European Union, whose words must be verified.
    /// </summary>
    public static bool AreMissingFor(string culture, IDictionary<string, string> own) =>
        Find(culture, own) is null && EuropeanLanguages.Contains(OfferCulture.LanguageOf(culture));

    /// <summary>Returns the words for a culture. The seller's own come first; other languages get English.</summary>
    public static string Of(string culture, IDictionary<string, string> own) => Find(culture, own) ?? English;

    private static string? Find(string culture, IDictionary<string, string> own)
    {
        for (var name = culture; name.Length > 0; name = OfferCulture.ParentOf(name))
        {
            if (own.FirstOrDefault(pair => Is(pair.Key, name)).Value is { } words && !string.IsNullOrWhiteSpace(words))
                return words;
        }

        return Known.GetValueOrDefault(OfferCulture.LanguageOf(culture));
    }

    private static bool Is(string key, string name) => string.Equals(key, name, StringComparison.OrdinalIgnoreCase);
}
