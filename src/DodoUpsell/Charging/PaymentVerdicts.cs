using static DodoUpsell.Charging.PaymentVerdict;

namespace DodoUpsell.Charging;

/// <summary>From a payment's status to a verdict. It is the same for one-time payments and for those of subscriptions.</summary>
internal static class PaymentVerdicts
{
    // A link helps only where the customer can act on it: not while the bank or the seller has to.
    private static readonly Dictionary<PaymentStatus, (PaymentVerdict WithLink, PaymentVerdict WithoutLink)> ByStatus = new()
    {
        [PaymentStatus.Succeeded] = (Succeeded, Succeeded),
        [PaymentStatus.Failed] = (Declined, Declined),
        [PaymentStatus.Cancelled] = (Declined, Declined),
        [PaymentStatus.Processing] = (Processing, Processing),
        [PaymentStatus.RequiresCustomerAction] = (ActionRequired, Processing),
        [PaymentStatus.RequiresPaymentMethod] = (ActionRequired, Processing),
        [PaymentStatus.RequiresConfirmation] = (ActionRequired, Processing),
        [PaymentStatus.RequiresMerchantAction] = (Processing, Processing),
        [PaymentStatus.RequiresCapture] = (Processing, Processing),
        [PaymentStatus.PartiallyCaptured] = (PartlyPaid, PartlyPaid),
        [PaymentStatus.PartiallyCapturedAndCapturable] = (Processing, Processing),
    };

    public static PaymentVerdict Of(Payment payment) => Of(payment.Status, payment.PaymentLink);

    public static PaymentVerdict Of(PaymentStatus? status, string? link)
    {
        if (status is not { } given || !ByStatus.TryGetValue(given, out var verdicts)) return Unknown;
        return PageOf(link) is not null ? verdicts.WithLink : verdicts.WithoutLink;
    }

    /// <summary>The link, if it is a page that the customer can be sent to; anything else is as good as no link.</summary>
    public static string? PageOf(string? link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) ? link : null;
}
