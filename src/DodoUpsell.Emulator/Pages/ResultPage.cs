using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Payments;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Pages;

/// <summary>The page that shows how a payment ended, or that it still is processed.</summary>
internal static class ResultPage
{
    /// <summary>Returns the page.</summary>
    /// <param name="payment">A payment that does not wait for its customer.</param>
    /// <param name="cancelUrl">The URL to go back to if the payment has no URL to return to.</param>
    public static WireResponse Show(Payment payment, string? cancelUrl)
    {
        var (icon, heading, text) = Result(payment);
        return PageLayout.Message(
            icon,
            heading,
            Html.Of(
                $"""
                <p class="muted">{text}</p>
                {(payment.Status is IntentStatus.Succeeded ? Paid(payment) : Html.Empty)}
                <dl>
                {Html.Join(
                    payment.Cart.Lines.Select(line =>
                        Html.Of($"<dt>Product</dt><dd>{line.Product.Name ?? line.Product.Id}</dd>")
                    )
                )}
                {PaymentFacts.Card(payment)}
                <dt>Date</dt><dd>{PaymentFacts.Date(payment.UpdatedAt ?? payment.CreatedAt)}</dd>
                <dt>Payment</dt><dd><code>{payment.Id}</code></dd>
                <dt>Status</dt><dd>{payment.Status}</dd>
                </dl>
                {Back(ReturnAddress.Of(payment) ?? PageAddress.Read(cancelUrl)?.AbsoluteUri)}
                """
            )
        );
    }

    /// <summary>Returns a link to the shop, or nothing without a URL.</summary>
    public static Html Back(string? address) =>
        address is null
            ? Html.Empty
            : Html.Of($"""<p class="actions"><a class="button wide" href="{address}">Return to the shop</a></p>""");

    private static Html Paid(Payment payment) =>
        Html.Of($"""<p class="sum">{MoneyText.Of(payment.Cart.Total, payment.Cart.Currency)}</p>""");

    private static (Html Icon, string Heading, string Text) Result(Payment payment) =>
        payment.Status switch
        {
            IntentStatus.Succeeded => (Icons.Success, "Thank you", "Your payment has succeeded."),
            IntentStatus.Failed => (
                Icons.Failure,
                payment.Method is null ? "Your payment was declined" : "Your card was declined",
                $"{PaymentFacts.Advice(payment.ErrorCode)} You have not been charged."
            ),
            IntentStatus.Cancelled => (
                Icons.Warning,
                "This payment was cancelled",
                "It was not completed in time. You have not been charged."
            ),
            _ => (
                Icons.Waiting,
                "Your payment is being processed",
                "The bank has not answered yet. Please do not pay again."
            ),
        };
}
