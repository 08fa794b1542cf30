using System.Globalization;

namespace DodoUpsell.Offers;

/// <summary>
/// Validates the cultures of disclosures: a language of the European Union needs the words that its law prescribes for
/// the button.
/// </summary>
internal static class OfferCultureCheck
{
    private const int MaxAcceptTextLength = 100;

    // With invariant globalization, the texts are in the language, but there is no data to check its name with.
    private static readonly bool HasCultureData = Exists("de");

    public static void Check(OfferFailures failures, SettingPath path, OfferOptions options)
    {
        for (var i = 0; i < options.Cultures.Count; i++)
            CheckCulture(failures, path["Cultures"][i], options.Cultures[i], options);
        foreach (var (culture, text) in options.AcceptTexts)
        {
            var textPath = path["AcceptTexts"][culture];
            if (!IsCulture(culture))
                failures.Add(textPath, "is not named by a culture: use the name of a language, such as es");
            if (string.IsNullOrWhiteSpace(text))
                failures.Add(textPath, "is blank: set the words on the button");
            else if (text.Length > MaxAcceptTextLength)
                failures.Add(textPath, "is longer than 100 characters: use the statutory words only");
        }
    }

    private static void CheckCulture(OfferFailures failures, SettingPath path, string? culture, OfferOptions options)
    {
        if (culture is null || !IsCulture(culture))
            failures.AddValue(path, $"'{culture}'", "use the name of a culture, such as de or de-AT");
        else if (StatutoryWords.AreMissingFor(culture, options.AcceptTexts))
        {
            failures.AddValue(
                path,
                $"'{culture}'",
                $"the law of the European Union prescribes the words on the button, and the SDK does not know them in "
                    + $"this language; set them in AcceptTexts ('{OfferCulture.LanguageOf(culture)}'), or remove the "
                    + $"culture"
            );
        }
    }

    private static bool IsCulture(string name) =>
        OfferCulture.LanguageOf(name) is { Length: 2 or 3 } language
        && language.All(char.IsAsciiLetter)
        && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')
        && (!HasCultureData || Exists(name));

    private static bool Exists(string name)
    {
        try
        {
            return CultureInfo.GetCultureInfo(name, predefinedOnly: true).Name.Length > 0;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }
}
