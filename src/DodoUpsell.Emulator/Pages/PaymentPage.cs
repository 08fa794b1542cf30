using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Pages;

/// <summary>The page that shows the cart and takes the payment.</summary>
internal static class PaymentPage
{
    public static WireResponse Show(PaymentPageModel model, PaymentForm? form = null) =>
        PageLayout.Page(
            "Checkout",
            Html.Of(
                $"""
                <div class="checkout">
                {OrderSummary.Of(model)}
                <section class="pay card" aria-label="Payment">
                {Errors(form)}
                <form method="post" action="{model.Action}" autocomplete="on">
                <input type="hidden" name="{PaymentForm.ShownTotalField}" value="{model.Cart.Total}">
                <h2>Contact</h2>
                {Customer(model, form)}
                {(model.AsksForCountry ? Country(model, form) : Html.Empty)}
                <h2>Payment method</h2>
                {PaymentFields.Of(model, form)}
                <button type="submit" class="wide large">{Icons.Lock}{Action(model)}</button>
                </form>
                {Cancel(model)}
                {TestCardList.Of(model)}
                </section>
                </div>
                """
            ),
            form is null ? 200 : 422
        );

    private static string Action(PaymentPageModel model) =>
        model switch
        {
            { Cart.Total: > 0 } => $"Pay {MoneyText.Of(model.Cart.Total, model.Cart.Currency)}",
            { IsMethodUpdate: true } => "Save this card",
            _ => "Start now, pay nothing today",
        };

    // Links lead to the field, so that the mistake can be corrected without a search.
    private static Html Errors(PaymentForm? form) =>
        form is null
            ? Html.Empty
            : Html.Of(
                $"""
                <div class="alert" role="alert" id="errors"><p><strong>Nothing has been charged.</strong> Please check:</p><ul>{Html.Join(
                    form.Errors.Select(error =>
                        Html.Of($"""<li><a href="#{error.Field}">{error.Message}</a></li>""")
                    )
                )}</ul></div>
                """
            );

    private static Html Customer(PaymentPageModel model, PaymentForm? form) =>
        model.Customer is { } known
            ? Html.Of($"""<div class="known"><p>{known.Name}<br><span class="muted">{known.Email}</span></p></div>""")
            : Html.Join([
                Field.Of(
                    "email",
                    "E-mail",
                    form,
                    Html.Of(
                        $"""type="email" autocomplete="email" required value="{form?.Email ?? model.Details?.Email}" """
                    )
                ),
                Field.Of(
                    "name",
                    "Full name",
                    form,
                    Html.Of($"""autocomplete="name" required value="{form?.Name ?? model.Details?.Name}" """)
                ),
            ]);

    private static Html Country(PaymentPageModel model, PaymentForm? form)
    {
        var chosen = form is null ? model.LikelyCountry : form.Country;
        var options = CountryNames.All.Select(country =>
            string.Equals(country.Code, chosen, StringComparison.Ordinal)
                ? Html.Of($"""<option value="{country.Code}" selected>{country.Name}</option>""")
                : Html.Of($"""<option value="{country.Code}">{country.Name}</option>""")
        );
        return Html.Of(
            $"""
            <div class="field">
            <label for="country">Country</label>
            <select id="country" name="country" autocomplete="country" required{Field.Problem("country", form)}>
            {(
                Countries.All.Contains(chosen)
                    ? Html.Empty
                    : Html.Of($"""<option value="" selected>Select your country</option>""")
            )}
            {Html.Join(options)}
            </select>
            {Field.Message("country", form)}
            </div>
            """
        );
    }

    private static Html Cancel(PaymentPageModel model) =>
        PageAddress.Read(model.CancelUrl) is { } address
            ? Html.Of($"""<p class="after"><a href="{address.AbsoluteUri}">Cancel and go back</a></p>""")
            : Html.Empty;
}
