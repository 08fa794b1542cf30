using System.Globalization;

namespace DodoUpsell.Charging;

/// <summary>Whether a card's month of expiry is over.</summary>
internal static class CardExpiry
{
    // A month ends last at UTC-12. Until then the issuer may still accept the card, and the issuer decides.
    private static readonly TimeSpan LastTimeZone = TimeSpan.FromHours(-12);

    /// <summary>
    /// Whether the card worked through the last day of a month that is over everywhere. What cannot be read is not
    /// over.
    /// </summary>
    public static bool IsOver(SavedCard card, DateTimeOffset now)
    {
        if (Month(card.ExpiryMonth) is not { } month || Year(card.ExpiryYear) is not { } year)
            return false;
        var last = now.ToOffset(LastTimeZone);
        return (year, month).CompareTo((last.Year, last.Month)) < 0;
    }

    private static int? Month(string? text) =>
        Digits(text) is { Count: 1 or 2, Number: >= 1 and <= 12 } digits ? digits.Number : null;

    // "0025" is four digits and no year that a card could have.
    private static int? Year(string? text) =>
        Digits(text) switch
        {
            { Count: 2 } digits => 2000 + digits.Number,
            { Count: 4, Number: >= 1900 } digits => digits.Number,
            _ => null,
        };

    private static (int Count, int Number)? Digits(string? text)
    {
        var trimmed = text.AsSpan().Trim();
        return int.TryParse(trimmed, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (trimmed.Length, number)
            : null;
    }
}
