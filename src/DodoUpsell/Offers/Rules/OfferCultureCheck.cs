using System.Globalization;

namespace DodoUpsell.Offers;

/// <summary>
/// Validates the cultures of disclosures: a language of the European Union needs the words that its law prescribes for
/// the button.
/// </summary>
internal static class OfferCultureCheck
{
    private const int MaxAcceptTextLength = 100;

    // The 24 official languages of the European Union.
    private static readonly HashSet<string> EuLanguages = new(StringComparer.OrdinalIgnoreCase)
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
    };

    public static void Check(OfferFailures failures, SettingPath path, OfferOptions options)
    {
        for (var i = 0; i < options.Cultures.Count; i++)
            CheckCulture(failures, path["Cultures"][i], options.Cultures[i], options);
        foreach (var (language, text) in options.AcceptTexts)
        {
            if (!IsLanguage(language))
                failures.Add(path["AcceptTexts"][language], "is not named by a language: use a code such as es");
            if (string.IsNullOrWhiteSpace(text))
                failures.Add(path["AcceptTexts"][language], "is blank: set the words on the button");
            else if (text.Length > MaxAcceptTextLength)
                failures.Add(path["AcceptTexts"][language], "is longer than 100 characters: use the statutory words only");
        }
    }

    /// <summary>Returns the language of a culture's name: <c>de</c> for <c>de-AT</c>.</summary>
    public static string LanguageOf(string culture) => culture.Split('-')[0];

    private static void CheckCulture(OfferFailures failures, SettingPath path, string? culture, OfferOptions options)
    {
        if (string.IsNullOrWhiteSpace(culture) || !IsLanguage(LanguageOf(culture)) || !Exists(culture))
        {
            failures.AddValue(
                path,
                $"'{culture}'",
                "use the name of a culture, such as de or de-AT; with invariant globalization there is English (en) only"
            );
        }
        else if (
            EuLanguages.Contains(LanguageOf(culture))
            && !StatutoryWords.Knows(LanguageOf(culture))
            && !options.AcceptTexts.ContainsKey(LanguageOf(culture))
        )
        {
            failures.AddValue(
                path,
                $"'{culture}'",
                $"the law of the European Union prescribes the words on the button, and the SDK does not know them in "
                    + $"this language; set them in AcceptTexts ('{LanguageOf(culture)}'), or remove the culture"
            );
        }
    }

    private static bool IsLanguage(string text) => text.Length is 2 or 3 && text.All(char.IsAsciiLetter);

    // English is built in, so it exists even where the app has no culture data.
    private static bool Exists(string culture)
    {
        if (string.Equals(LanguageOf(culture), "en", StringComparison.OrdinalIgnoreCase))
            return culture.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');
        try
        {
            return CultureInfo.GetCultureInfo(culture, predefinedOnly: true).Name.Length > 0;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }
}
