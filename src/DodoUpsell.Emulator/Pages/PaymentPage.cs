using DodoUpsell.Emulator.Checkout;
using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Pages;

/// <summary>The page that shows the cart and takes the payment.</summary>
internal static class PaymentPage
{
    public static WireResponse Show(PaymentPageModel model, PaymentForm? form = null) =>
        PageLayout.Page(
            "Checkout",
            Html.Join([Cart(model.Cart), Errors(form), Form(model, form), Cancel(model), Hints()]),
            form is null ? 200 : 422
        );

    private static Html Cart(PricedCart cart) =>
        Html.Of(
            $"""
            <table>
            <caption>Your order</caption>
            <thead><tr><th scope="col">Product</th><th scope="col">Quantity</th><th scope="col" class="amount">Amount</th></tr></thead>
            <tbody>{Html.Join(cart.Lines.Select(line => Line(line, cart.Currency)))}</tbody>
            <tfoot>{Sum("Discount", -cart.DueNow.Discount, cart)}{Sum(
                "Tax",
                cart.DueNow.Tax,
                cart
            )}<tr><th scope="row" colspan="2">Total</th><td class="amount"><strong>{MoneyText.Of(
                cart.Total,
                cart.Currency
            )}</strong></td></tr></tfoot>
            </table>

            """
        );

    private static Html Line(PricedLine line, string currency) =>
        Html.Of(
            $"""
            <tr>
                <td>{line.Product.Name ?? line.Product.Id}</td>
                <td>{line.Quantity}</td>
                <td class="amount">{MoneyText.Of(line.DueNow.Subtotal, currency)}</td>
            </tr>
            """
        );

    private static Html Sum(string label, long amount, PricedCart cart) =>
        amount == 0
            ? Html.Empty
            : Html.Of(
                $"""<tr><th scope="row" colspan="2">{label}</th><td class="amount">{MoneyText.Of(amount, cart.Currency)}</td></tr>"""
            );

    private static Html Errors(PaymentForm? form) =>
        form is null
            ? Html.Empty
            : Html.Of(
                $"""<div class="error" role="alert" id="errors"><ul>{Html.Join(form.Errors.Select(error => Html.Of($"<li>{error}</li>")))}</ul></div>"""
            );

    private static Html Form(PaymentPageModel model, PaymentForm? form) =>
        Html.Of(
            $"""
            <form method="post" action="{model.Action}" autocomplete="on">
            {Customer(model, form)}
            {(model.AsksForCountry ? Country(model, form) : Html.Empty)}
            {(model.OffersCard ? Card(isRequired: !model.OffersUpi) : Html.Empty)}
            {(model.OffersUpi ? Upi(form) : Html.Empty)}
            <button type="submit">Pay {MoneyText.Of(model.Cart.Total, model.Cart.Currency)}</button>
            </form>

            """
        );

    private static Html Customer(PaymentPageModel model, PaymentForm? form) =>
        model.Customer is { } known
            ? Html.Of($"<p>Paying as {known.Name} ({known.Email})</p>")
            : Html.Of(
                $"""
                <label for="email">E-mail</label>
                <input id="email" name="email" type="email" autocomplete="email" required value="{form?.Email
                    ?? model.Details?.Email}">
                <label for="name">Name</label>
                <input id="name" name="name" autocomplete="name" required value="{form?.Name ?? model.Details?.Name}">
                """
            );

    private static Html Country(PaymentPageModel model, PaymentForm? form) =>
        Html.Of(
            $"""
            <label for="country">Country (two letters)</label>
            <input id="country" name="country" autocomplete="country" maxlength="2" required value="{form?.Country
                ?? (model.Cart.Currency is "INR" ? "IN" : CheckoutOpening.DefaultCountry)}">
            """
        );

    private static Html Card(bool isRequired)
    {
        Html required = new(isRequired ? " required" : string.Empty);
        return Html.Of(
            $"""
            <label for="card_number">Card number</label>
            <input id="card_number" name="card_number" inputmode="numeric" autocomplete="cc-number"{required}>
            <label for="card_expiry">Expiry (MM/YY)</label>
            <input id="card_expiry" name="card_expiry" autocomplete="cc-exp" placeholder="06/32"{required}>
            <label for="card_cvc">CVC</label>
            <input id="card_cvc" name="card_cvc" inputmode="numeric" autocomplete="cc-csc" maxlength="4"{required}>
            """
        );
    }

    private static Html Upi(PaymentForm? form) =>
        Html.Of(
            $"""
            <label for="upi_id">UPI id, instead of a card</label>
            <input id="upi_id" name="upi_id" placeholder="{TestUpi.Success}" value="{form?.UpiId}">
            """
        );

    private static Html Cancel(PaymentPageModel model) =>
        PageAddress.Read(model.CancelUrl) is { } address
            ? Html.Of($"""<p><a href="{address.AbsoluteUri}">Cancel and go back</a></p>""")
            : Html.Empty;

    private static Html Hints() =>
        Html.Of(
            $"""
            <details><summary>Test cards</summary>
            <p class="note">No real money is charged. Use expiry 06/32 and CVC 123 with every card.</p>
            <ul>
            <li><code>{TestCards.Visa}</code> pays</li>
            <li><code>{TestCards.GenericDecline}</code> is declined</li>
            <li><code>{TestCards.InsufficientFunds}</code> has no money on it</li>
            <li><code>{TestCards.AttachesThenFails}</code> pays now and is declined later</li>
            <li><code>{TestCards.ThreeDSecure}</code> asks for 3-D Secure</li>
            </ul></details>
            """
        );
}
