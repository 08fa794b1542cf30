using System.Globalization;
using System.Text;
using DodoUpsell.Offers;

namespace DodoUpsell;

/// <summary>
/// Provides the texts of disclosures. English, German, French, Dutch, Polish and Italian are built in; other languages
/// get English unless a derived class translates them.
/// </summary>
/// <remarks>
/// To translate, derive a class, override <see cref="Translate"/> and register it:
/// <c>services.AddSingleton&lt;OfferMessages, MyMessages&gt;()</c>. The words on the button that accepts are not among
/// these texts, because they are prescribed by law: see <see cref="OfferOptions.AcceptTexts"/>.
/// </remarks>
public class OfferMessages
{
    /// <summary>Gets the built-in texts.</summary>
    public static OfferMessages Default { get; } = new();

    /// <summary>Returns a text in a language, with its placeholders in braces.</summary>
    /// <remarks>A translation that lacks a placeholder is not used, because it would hide an amount or a date.</remarks>
    /// <param name="message">The text.</param>
    /// <param name="culture">The customer's language, or null for <see cref="CultureInfo.CurrentUICulture"/>.</param>
    public string Text(OfferMessage message, CultureInfo? culture = null)
    {
        culture ??= CultureInfo.CurrentUICulture;
        return Text(message, culture, culture.Name);
    }

    /// <summary>
    /// Returns a text in a language with its placeholders, or null for the built-in one. It is called after money may
    /// have moved, so it must not throw.
    /// </summary>
    /// <param name="message">The text.</param>
    /// <param name="culture">The customer's language.</param>
    protected virtual string? Translate(OfferMessage message, CultureInfo culture) => null;

    // Where the runtime has no culture data, the name says more than the culture.
    internal string Text(OfferMessage message, CultureInfo culture, string cultureName)
    {
        var builtIn = OfferTexts.Of(message, OfferCulture.LanguageOf(cultureName));
        return
            Translate(message, culture) is { } own && !string.IsNullOrWhiteSpace(own) && HasPlaceholders(own, builtIn)
            ? own
            : builtIn;
    }

    internal string Format(
        OfferMessage message,
        CultureInfo culture,
        string cultureName,
        params IReadOnlyList<(string Name, string Value)> values
    )
    {
        var template = Text(message, culture, cultureName);
        var text = new StringBuilder(template.Length + 32);

        // In one pass, so that braces in a product's name are left alone.
        for (var at = 0; at < template.Length; )
        {
            var found = values.FirstOrDefault(value =>
                string.CompareOrdinal(template, at, $"{{{value.Name}}}", 0, value.Name.Length + 2) == 0
            );
            text.Append(found.Name is null ? template[at].ToString() : found.Value);
            at += found.Name is null ? 1 : found.Name.Length + 2;
        }

        return text.ToString();
    }

    private static bool HasPlaceholders(string text, string builtIn)
    {
        for (var open = builtIn.IndexOf('{', StringComparison.Ordinal); open >= 0; )
        {
            var close = builtIn.IndexOf('}', open);
            if (!text.Contains(builtIn[open..(close + 1)], StringComparison.Ordinal))
                return false;
            open = builtIn.IndexOf('{', close);
        }

        return true;
    }
}
