using System.Globalization;

namespace DodoUpsell;

/// <summary>The words for customers: English, unless a class of yours translates them.</summary>
/// <remarks>
/// Derive from it, override <see cref="Translate"/> and register it: <c>services.AddSingleton&lt;ChargeMessages,
/// MyMessages&gt;()</c>. It is asked for a message and never for a code, so that no translation can tell what must not
/// be told.
/// </remarks>
public class ChargeMessages
{
    /// <summary>The English words.</summary>
    public static ChargeMessages English { get; } = new();

    /// <summary>The message in a language; English where there is no translation.</summary>
    /// <param name="message">What to say.</param>
    /// <param name="culture">The customer's language; <see cref="CultureInfo.CurrentUICulture"/> when null.</param>
    public string Text(ChargeMessage message, CultureInfo? culture = null)
    {
        var english = EnglishMessages.Of(message);
        var translated = Translate(message, culture ?? CultureInfo.CurrentUICulture);
        return string.IsNullOrWhiteSpace(translated) ? english : translated;
    }

    /// <summary>
    /// The message in a language, or null for the English one. It runs after money may have moved, so it must not
    /// throw.
    /// </summary>
    /// <param name="message">What to say.</param>
    /// <param name="culture">The customer's language.</param>
    protected virtual string? Translate(ChargeMessage message, CultureInfo culture) => null;
}
