using System.Globalization;

namespace DodoUpsell;

/// <summary>Provides the messages for customers. The text is English unless a derived class translates it.</summary>
/// <remarks>
/// To translate, derive a class, override <see cref="Translate"/> and register it:
/// <c>services.AddSingleton&lt;ChargeMessages, MyMessages&gt;()</c>. The class receives a message and never a decline
/// code, so a translation cannot reveal a cause that the customer must not learn.
/// </remarks>
public class ChargeMessages
{
    /// <summary>Gets the English messages.</summary>
    public static ChargeMessages English { get; } = new();

    /// <summary>Returns the text of a message in a language, or in English if there is no translation.</summary>
    /// <param name="message">The message.</param>
    /// <param name="culture">The customer's language, or null for <see cref="CultureInfo.CurrentUICulture"/>.</param>
    public string Text(ChargeMessage message, CultureInfo? culture = null)
    {
        var english = EnglishMessages.Of(message);
        var translated = Translate(message, culture ?? CultureInfo.CurrentUICulture);
        return string.IsNullOrWhiteSpace(translated) ? english : translated;
    }

    /// <summary>
    /// Returns the text of a message in a language, or null for the English text. It is called after money may have
    /// moved, so it must not throw.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="culture">The customer's language.</param>
    protected virtual string? Translate(ChargeMessage message, CultureInfo culture) => null;
}
