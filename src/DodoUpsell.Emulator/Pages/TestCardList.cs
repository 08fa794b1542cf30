using System.Text.RegularExpressions;

namespace DodoUpsell.Emulator.Pages;

/// <summary>The cards that can be entered, for the developer who tries the page.</summary>
internal static partial class TestCardList
{
    /// <summary>Gets the cards and their behaviour.</summary>
    public static IReadOnlyList<(string Number, string Behaviour)> All { get; } =
    [
        (TestCards.Visa, "pays"),
        (TestCards.Mastercard, "pays"),
        (TestCards.ThreeDSecure, "asks for 3-D Secure"),
        (TestCards.GenericDecline, "is declined"),
        (TestCards.InsufficientFunds, "has not enough money"),
        (TestCards.AttachesThenFails, "pays now and is declined later"),
        (TestCards.VisaIndia, "pays, issued in India"),
        (TestCards.GenericDeclineVisaIndia, "is declined, issued in India"),
    ];

    public static Html Of(PaymentPageModel model) =>
        Html.Of(
            $"""
            <details class="tests"><summary>Test cards</summary>
            <p>No real money is charged. Use any later expiry, such as 06/32, and any CVC, such as 123.</p>
            <ul>{Html.Join(All.Select(card => Row(Spaced(card.Number), card.Behaviour)))}{(
                model.OffersUpi
                    ? Html.Join([Row(TestUpi.Success, "pays"), Row(TestUpi.Failure, "is declined")])
                    : Html.Empty
            )}</ul></details>
            """
        );

    /// <summary>Returns a number in groups of four digits.</summary>
    public static string Spaced(string number) => Groups().Replace(number, "$0 ").TrimEnd();

    private static Html Row(string number, string behaviour) =>
        Html.Of($"<li><code>{number}</code> <span>{behaviour}</span></li>");

    [GeneratedRegex("[0-9]{4}", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Groups();
}
