using DodoUpsell.Emulator.Payments;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Pages;

/// <summary>The bank's page for 3-D Secure.</summary>
internal static class AuthenticationPage
{
    public static WireResponse Show(Payment payment) =>
        PageLayout.Page(
            "3-D Secure",
            Html.Of(
                $"""
                <p>Your bank asks you to confirm this payment:</p>
                <p><strong>{MoneyText.Of(payment.Cart.Total, payment.Cart.Currency)}</strong>{Card(payment)}</p>
                <form method="post" action="/pay/{Uri.EscapeDataString(payment.Id)}/authentication">
                <button type="submit" name="outcome" value="approve">Approve</button>
                <button type="submit" name="outcome" value="fail" class="second">Fail</button>
                </form>
                """
            )
        );

    private static Html Card(Payment payment) =>
        payment.Method is { } method
            ? Html.Of($" with {method.Card.Network} ending in {method.Card.LastFour}")
            : Html.Empty;
}
