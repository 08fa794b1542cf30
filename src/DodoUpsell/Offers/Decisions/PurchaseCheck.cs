using DodoUpsell.Charging;

namespace DodoUpsell.Offers;

/// <summary>
/// Decides whether a payment is a purchase after which an offer can be made. What cannot be told is no purchase.
/// </summary>
internal static class PurchaseCheck
{
    /// <summary>Returns why a payment is no purchase, as far as the payment alone tells.</summary>
    public static NoOfferReason? Of(Payment payment)
    {
        if (payment.IsUpdatePaymentMethod)
            return NoOfferReason.MethodSetup;

        // Renewals of a subscription that an offer started have its reference, too.
        if (payment.Charge is not null || payment.Metadata.ContainsKey(ChargeReference.KeyName))
            return NoOfferReason.OwnCharge;
        if (payment.RetryAttempt > 0)
            return NoOfferReason.Retry;
        if (PaymentVerdicts.Of(payment) != PaymentVerdict.Succeeded)
            return NoOfferReason.PurchaseNotPaid;
        var isUnclear =
            payment.CreatedAt == default
            || string.IsNullOrEmpty(payment.Customer?.CustomerId)
            || (payment.IsMultiSubscription == true && payment.Subscriptions().Count < 2);
        return isUnclear ? NoOfferReason.PurchaseUnclear : null;
    }

    /// <summary>
    /// Returns why a payment is not the one that started a subscription, as far as their times tell.
    /// </summary>
    /// <remarks>
    /// A page on which a subscription is started is open for a day, and no period is shorter than a day. A payment long
    /// after the creation may still be the first one, but only if that payment cannot be listed yet, so it is unclear.
    /// </remarks>
    public static NoOfferReason? Of(Payment payment, Subscription started)
    {
        if (started.CreatedAt == default || started.ProductId.Length == 0)
            return NoOfferReason.PurchaseUnclear;
        var later = payment.CreatedAt - started.CreatedAt;
        if (later >= ChargeTimes.PageLifetime)
            return NoOfferReason.Renewal;
        return later.Duration() > ChargeTimes.ListingLag ? NoOfferReason.PurchaseUnclear : null;
    }

    /// <summary>Returns whether a subscription of a payment was paid for before.</summary>
    public static bool IsRenewal(Payment payment, IEnumerable<PaymentListItem> history)
    {
        var subscriptions = payment.Subscriptions();
        return subscriptions.Count > 0
            && history.Any(row =>
                !string.Equals(row.PaymentId, payment.PaymentId, StringComparison.Ordinal)
                && row.CreatedAt <= payment.CreatedAt
                && !PaymentVerdicts.Of(row.Status, link: null).IsWithoutCharge()
                && PaymentHistory.SubscriptionsOf(row).Any(id => subscriptions.Contains(id, StringComparer.Ordinal))
            );
    }
}
