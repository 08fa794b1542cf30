using System.Diagnostics.CodeAnalysis;

namespace DodoUpsell.Emulator.PaymentMethods;

/// <summary>
/// The behaviour of a card when it is charged. A null <see cref="DeclineCode"/> means that charges succeed; with
/// <see cref="PaysOnce"/> a charge succeeds while the customer is on a page, and later ones are declined.
/// </summary>
internal sealed record TestCard(
    string Number,
    string Network,
    string Country,
    string? DeclineCode = null,
    bool RequiresAuthentication = false,
    bool PaysOnce = false
)
{
    private const string Visa = "VISA";
    private const string Mastercard = "MASTERCARD";

    private static readonly Dictionary<string, TestCard> Known = new TestCard[]
    {
        new(TestCards.Visa, Visa, "US"),
        new(TestCards.Mastercard, Mastercard, "US"),
        new(TestCards.VisaIndia, Visa, "IN"),
        new(TestCards.MastercardIndia, Mastercard, "IN"),
        new(TestCards.GenericDecline, Visa, "US", DeclineCodes.GenericDecline),
        new(TestCards.GenericDeclineVisaIndia, Visa, "IN", DeclineCodes.GenericDecline),
        new(TestCards.GenericDeclineMastercardIndia, Mastercard, "IN", DeclineCodes.GenericDecline),
        // The API lists this number as a Mastercard although it starts with a four.
        new(TestCards.InsufficientFunds, Mastercard, "US", DeclineCodes.InsufficientFunds),
        new(TestCards.AttachesThenFails, Visa, "US", DeclineCodes.GenericDecline, PaysOnce: true),
        new(TestCards.ThreeDSecure, Visa, "US", RequiresAuthentication: true),
    }.ToDictionary(card => card.Number, StringComparer.Ordinal);

    public string LastFour => Number[^4..];

    public static bool TryGet(string number, [NotNullWhen(true)] out TestCard? card) =>
        Known.TryGetValue(number.Replace(" ", string.Empty, StringComparison.Ordinal), out card);
}
