using System.Globalization;
using DodoUpsell.Emulator.PaymentMethods;
using DodoUpsell.Emulator.Payments;

namespace DodoUpsell.Emulator.Pages;

/// <summary>The facts of a payment that several pages show.</summary>
internal static class PaymentFacts
{
    public static Html Card(Payment payment) =>
        payment switch
        {
            { Method.Card: { } card } => Html.Of(
                $"<dt>Card</dt><dd>{PaymentFields.Network(card)} ending in {card.LastFour}</dd>"
            ),
            { UpiId: { } upi } => Html.Of($"<dt>UPI id</dt><dd>{upi}</dd>"),
            _ => Html.Empty,
        };

    public static string Date(DateTimeOffset time) => time.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture);

    /// <summary>Returns what a customer should know about a decline.</summary>
    public static string Advice(string? errorCode) =>
        errorCode switch
        {
            DeclineCodes.AuthenticationFailure => "The payment was not confirmed with your bank.",
            DeclineCodes.InsufficientFunds => "There is not enough money on the account. Try another card.",
            DeclineCodes.ExpiredCard => "The card has expired. Try another card.",
            _ => "Your bank declined the payment. Try another card, or ask your bank.",
        };
}
