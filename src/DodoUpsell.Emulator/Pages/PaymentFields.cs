using DodoUpsell.Emulator.PaymentMethods;

namespace DodoUpsell.Emulator.Pages;

/// <summary>The part of the form with the payment method: a saved card, a new card, a UPI id.</summary>
internal static class PaymentFields
{
    /// <summary>The value that stands for a card that is entered.</summary>
    public const string NewCard = "new";

    private static readonly Html Number = Digits(
        "cc-number",
        "1234 1234 1234 1234",
        maximumLength: 23,
        @"[0-9 \-]{12,23}",
        "12 to 19 digits"
    );

    private static readonly Html Expiry = Digits(
        "cc-exp",
        "MM/YY",
        maximumLength: 9,
        @"(0?[1-9]|1[0-2]) ?\/ ?(20)?[0-9]{2}",
        "Month and year, for example 06/32"
    );

    private static readonly Html Code = Digits(
        "cc-csc",
        "123",
        maximumLength: 4,
        "[0-9]{3,4}",
        "The 3 or 4 digits on the card"
    );

    public static Html Of(PaymentPageModel model, PaymentForm? form) =>
        Html.Join([
            model.SavedMethods.Count == 0 ? Html.Empty : Saved(model, form),
            model.OffersCard ? Html.Of($"""<div class="newcard">{Card(model, form)}</div>""") : Html.Empty,
            model.OffersUpi ? Upi(model, form) : Html.Empty,
        ]);

    private static Html Saved(PaymentPageModel model, PaymentForm? form)
    {
        var chosen = form is null ? model.SavedMethods[0].Id : form.Saved?.Id ?? NewCard;
        var choices = model.SavedMethods.Select(method =>
            Choice(
                method.Id,
                Html.Of(
                    $"""{Network(method.Card)} ending in {method.Card.LastFour}<span class="muted small">{method.ExpiryMonth}/{method.ExpiryYear}</span>"""
                ),
                chosen
            )
        );
        return Html.Of(
            $"""
            <fieldset class="choices">
            <legend class="hidden">Pay with</legend>
            {Html.Join(choices)}{(model.OffersCard ? Choice(NewCard, Html.Of($"Another card"), chosen) : Html.Empty)}
            </fieldset>
            """
        );
    }

    private static Html Choice(string value, Html label, string chosen) =>
        Html.Of(
            $"""
            <label><input type="radio" name="payment_method" value="{value}"{(
                string.Equals(value, chosen, StringComparison.Ordinal) ? " checked" : ""
            )}> {label}</label>
            """
        );

    private static Html Card(PaymentPageModel model, PaymentForm? form)
    {
        Html required = new(model.OffersUpi || model.SavedMethods.Count > 0 ? string.Empty : " required");
        return Html.Of(
            $"""
            <div class="brands" aria-hidden="true"><span>VISA</span><span>MASTERCARD</span></div>
            {Field.Of("card_number", "Card number", form, Html.Join([Number, required]))}
            <div class="pair">
            {Field.Of("card_expiry", "Expiry (MM/YY)", form, Html.Join([Expiry, required]))}
            {Field.Of("card_cvc", "CVC", form, Html.Join([Code, required]))}
            </div>
            <p class="saved muted small">Your card is saved, so that later purchases from this shop take one click.</p>
            """
        );
    }

    private static Html Upi(PaymentPageModel model, PaymentForm? form) =>
        Field.Of(
            "upi_id",
            model.OffersCard ? "Or pay by UPI id" : "UPI id",
            form,
            Html.Of(
                $"""autocomplete="off" autocapitalize="none" spellcheck="false" placeholder="name@bank" value="{form?.UpiId}" """
            )
        );

    /// <summary>Returns the name of a card's network as people write it.</summary>
    public static string Network(TestCard card) => card.Network is "VISA" ? "Visa" : "Mastercard";

    // The browser checks the pattern before it sends the form, and shows the title if it does not fit.
    private static Html Digits(string content, string example, int maximumLength, string pattern, string title) =>
        Html.Of(
            $"""
            inputmode="numeric" autocomplete="{content}" placeholder="{example}" maxlength="{maximumLength}"
            pattern="{pattern}" title="{title}"
            """
        );
}
