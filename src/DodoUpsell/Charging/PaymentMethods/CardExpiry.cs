using System.Globalization;

namespace DodoUpsell.Charging;

/// <summary>Determines whether a card has expired.</summary>
internal static class CardExpiry
{
    // A month ends last at UTC-12. Until then the issuer may still accept the card, so the decision is left to the
    // issuer.
    private static readonly TimeSpan LastTimeZone = TimeSpan.FromHours(-12);

    /// <summary>
    /// Returns whether the card's expiry month has ended in all time zones. An expiry date that cannot be read counts
    /// as not expired.
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

    // "0025" has four digits but is not a year that a card can have.
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
