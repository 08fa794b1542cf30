using System.Globalization;
using DodoUpsell;

namespace PostPurchaseUpsell;

/// <summary>Chooses a card to charge: not expired, and the one that was used last.</summary>
internal static class SavedCards
{
    public static (SavedPaymentMethod? Card, IReadOnlyList<(SavedPaymentMethod Method, string Reason)> Rejected) Choose(
        IReadOnlyList<SavedPaymentMethod> methods, DateTimeOffset now)
    {
        var rejected = methods.Select(method => (Method: method, Reason: Reject(method, now))).Where(pair => pair.Reason is not null).ToList();
        var card = methods.Except(rejected.Select(pair => pair.Method)).OrderByDescending(method => method.LastUsedAt).FirstOrDefault();
        return (card, rejected.Select(pair => (pair.Method, pair.Reason!)).ToList());
    }

    public static string Label(SavedPaymentMethod method) => $"{method.Card?.CardNetwork ?? method.PaymentMethod.Value} •••• {method.Card?.Last4Digits ?? "????"}";

    private static string? Reject(SavedPaymentMethod method, DateTimeOffset now)
    {
        if (method.PaymentMethod != PaymentMethodFamily.Card) return "not a card";
        return HasExpired(method.Card, now) ? $"expired {method.Card!.ExpiryMonth}/{method.Card.ExpiryYear}" : null;
    }

    // Years come with two or four digits. What cannot be read counts as unknown, not as expired. A card lives through its last month.
    private static bool HasExpired(SavedCard? card, DateTimeOffset now)
    {
        if (!int.TryParse(card?.ExpiryMonth, NumberStyles.None, CultureInfo.InvariantCulture, out var month) || month is < 1 or > 12) return false;
        if (!int.TryParse(card.ExpiryYear, NumberStyles.None, CultureInfo.InvariantCulture, out var year)) return false;
        if (year < 100) year += 2000;
        return (year * 12) + month < (now.Year * 12) + now.Month;
    }
}
