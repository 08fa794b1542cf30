using DodoUpsell.Emulator.Payments;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Pages;

/// <summary>The bank's page for 3-D Secure.</summary>
internal static class AuthenticationPage
{
    public static WireResponse Show(Payment payment) =>
        PageLayout.Message(
            Icons.Bank,
            "Confirm your payment",
            Html.Of(
                $"""
                <p class="muted">Your bank asks you to confirm this payment:</p>
                <p class="sum">{MoneyText.Of(payment.Cart.Total, payment.Cart.Currency)}</p>
                <dl>
                <dt>To</dt><dd>Demo shop</dd>
                {PaymentFacts.Card(payment)}
                <dt>Date</dt><dd>{PaymentFacts.Date(payment.CreatedAt)}</dd>
                </dl>
                <form method="post" class="actions" action="/pay/{Uri.EscapeDataString(payment.Id)}/authentication">
                <button type="submit" name="outcome" value="approve" class="wide">Approve</button>
                <button type="submit" name="outcome" value="fail" class="second wide">Decline</button>
                </form>
                <p class="code">A simulated 3-D Secure page. No message is sent to a bank.</p>
                """
            ),
            header: "Demo bank"
        );
}
