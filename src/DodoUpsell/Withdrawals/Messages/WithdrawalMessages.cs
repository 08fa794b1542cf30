using System.Globalization;
using DodoUpsell.Offers;
using DodoUpsell.Withdrawals;

namespace DodoUpsell;

/// <summary>
/// Provides the texts of withdrawal pages and acknowledgements. English, German, French, Dutch, Polish and Italian are
/// built in; other languages get English unless a derived class translates them.
/// </summary>
/// <remarks>
/// To translate, derive a class, override <see cref="Translate"/> and register it:
/// <c>services.AddSingleton&lt;WithdrawalMessages, MyMessages&gt;()</c>. The labels
/// <see cref="WithdrawalMessage.Withdraw"/> and <see cref="WithdrawalMessage.Confirm"/> are prescribed by law.
/// </remarks>
public class WithdrawalMessages
{
    /// <summary>Gets the built-in texts.</summary>
    public static WithdrawalMessages Default { get; } = new();

    /// <summary>Returns a text in a language.</summary>
    /// <param name="message">The text.</param>
    /// <param name="culture">The consumer's language, or null for <see cref="CultureInfo.CurrentUICulture"/>.</param>
    public string Text(WithdrawalMessage message, CultureInfo? culture = null)
    {
        culture ??= CultureInfo.CurrentUICulture;
        return Text(message, culture, culture.Name);
    }

    /// <summary>Returns the name of the language in which the texts of a culture are, such as <c>de</c>.</summary>
    /// <remarks>Override it together with <see cref="Translate"/>, so that pages declare their language.</remarks>
    /// <param name="culture">The consumer's language.</param>
    public virtual string LanguageOf(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        var language = OfferCulture.LanguageOf(culture.Name);
        return WithdrawalTexts.Has(language) ? language : "en";
    }

    /// <summary>
    /// Returns a text in a language, or null for the built-in one. It is called while a withdrawal is recorded, so it must
    /// not throw.
    /// </summary>
    /// <param name="message">The text.</param>
    /// <param name="culture">The consumer's language.</param>
    protected virtual string? Translate(WithdrawalMessage message, CultureInfo culture) => null;

    // Where the runtime has no culture data, the name says more than the culture.
    internal string Text(WithdrawalMessage message, CultureInfo culture, string cultureName) =>
        Translate(message, culture) is { } own && !string.IsNullOrWhiteSpace(own)
            ? own
            : WithdrawalTexts.Of(message, OfferCulture.LanguageOf(cultureName));
}
