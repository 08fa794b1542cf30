using System.Globalization;

namespace DodoUpsell.Charging;

/// <summary>The API's preview of a cart: its price, and whether it contains a subscription.</summary>
internal sealed record CartPrice(CheckoutPreview? Preview, ChargeRefusal? Refusal)
{
    /// <summary>
    /// Returns whether the cart contains a subscription, or null if the preview does not say so of each of its products.
    /// </summary>
    /// <remarks>One sign of a subscription is enough. That there is none has to be said of each product.</remarks>
    public bool? IsRecurring(IReadOnlyList<CheckoutItem> items)
    {
        if (Preview is not { } preview || !items.All(item => Describes(preview, item)))
            return null;
        if (
            preview.RecurringBreakup is not null
            || preview.NextBillingDate is not null
            || preview.ProductCart.Any(item => item.IsSubscription == true)
        )
            return true;
        return preview.ProductCart.All(item => item.IsSubscription == false) ? false : null;
    }

    /// <summary>Returns the reason why the price shown does not hold, or null if it does.</summary>
    public ChargeRefusal? ObjectionTo(Money shown)
    {
        if (Refusal is not null)
            return Refusal;
        if (Preview?.DueNow is not { } due)
        {
            return new ChargeRefusal(
                ChargeRefusalReason.PriceUnknown,
                default,
                "POST /checkouts/preview returned no current_breakup.total_amount or no currency, so the price "
                    + "shown could not be checked. Nothing was charged. Try again; if it happens again, show the "
                    + "customer the current price."
            );
        }

        return due.Currency == shown.Currency && due <= shown
            ? null
            : new ChargeRefusal(
                ChargeRefusalReason.PriceChanged,
                default,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The customer was shown {shown}, but {due} is due now. Nothing was charged. Show the customer the "
                        + $"new price and charge under a new key."
                )
            );
    }

    private static bool Describes(CheckoutPreview preview, CheckoutItem item) =>
        preview.ProductCart.Any(priced => string.Equals(priced.ProductId, item.ProductId, StringComparison.Ordinal));
}
