using DodoUpsell.Emulator.Checkout;
using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Payments;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Pages;

/// <summary>The page that says why a checkout cannot be used, and what to do instead.</summary>
internal static class RefusalPage
{
    /// <summary>Returns the page.</summary>
    /// <param name="error">The reason.</param>
    /// <param name="session">The checkout, or null if there is none.</param>
    /// <param name="payment">The payment of the checkout or of the link, or null if there is none.</param>
    public static WireResponse Show(ApiException error, CheckoutSession? session, Payment? payment)
    {
        var (heading, text) = Words(error, payment);
        return PageLayout.Error(
            error.Status,
            error.Code,
            heading,
            Html.Of($"""<p class="muted">{text}</p>{Links(session, payment)}""")
        );
    }

    private static (string Heading, string Text) Words(ApiException error, Payment? payment) =>
        (error.Status, payment?.Status) switch
        {
            (404, _) => ("This page does not exist", "The link is wrong or incomplete. Open it again from the shop."),
            (410, _) => ("This checkout has expired", "You have not been charged. Start again in the shop."),
            (409, IntentStatus.Succeeded) => ("This checkout is paid", "You will not be charged again."),
            (409, IntentStatus.Failed or IntentStatus.Cancelled) => (
                "This checkout has ended",
                "You have not been charged. Start again in the shop."
            ),
            (409, _) => ("This checkout is in use", "A payment is in progress. Please do not pay again."),
            _ => ("This checkout cannot be paid", $"{error.Message} You have not been charged."),
        };

    private static Html Links(CheckoutSession? session, Payment? payment)
    {
        var shop =
            (payment is null ? null : ReturnAddress.Of(payment))
            ?? PageAddress.Read(session?.Request.CancelUrl)?.AbsoluteUri;
        var result =
            session is null || payment is null
                ? Html.Empty
                : Html.Of(
                    $"""<p class="actions"><a class="button second wide" href="/pay/{Uri.EscapeDataString(payment.Id)}">Show the payment</a></p>"""
                );
        return Html.Join([result, ResultPage.Back(shop)]);
    }
}
