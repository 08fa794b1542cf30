using static DodoUpsell.Charging.PaymentVerdict;

namespace DodoUpsell.Charging;

/// <summary>
/// From a payment's status to a verdict. It is the same for one-time payments and for those of subscriptions.
/// </summary>
internal static class PaymentVerdicts
{
    // A link helps only where the customer can act on it: not while the bank or the seller has to.
    private static readonly Dictionary<PaymentStatus, (PaymentVerdict WithLink, PaymentVerdict WithoutLink)> ByStatus =
        new()
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

    public static PaymentVerdict Of(Payment payment) => Of(payment, payment.PaymentLink);

    /// <summary>
    /// The verdict on a payment whose page may be known from elsewhere, such as the answer to the charge.
    /// </summary>
    public static PaymentVerdict Of(Payment payment, string? link) =>
        Of(payment.Status, link) switch
        {
            Succeeded when payment.IsUpdatePaymentMethod => MethodSetup,
            Succeeded when payment.RefundStatus == PaymentRefundStatus.Full => Refunded,
            var verdict => verdict,
        };

    public static PaymentVerdict Of(PaymentStatus? status, string? link)
    {
        if (status is not { } given || !ByStatus.TryGetValue(given, out var verdicts))
            return Unknown;
        return PageOf(link) is not null ? verdicts.WithLink : verdicts.WithoutLink;
    }

    /// <summary>Whether the payment goes on only when its customer does something.</summary>
    public static bool WaitsForCustomer(PaymentStatus? status) =>
        status == PaymentStatus.RequiresCustomerAction
        || status == PaymentStatus.RequiresPaymentMethod
        || status == PaymentStatus.RequiresConfirmation;

    /// <summary>Whether nothing more can come of the payment.</summary>
    public static bool IsFinal(this PaymentVerdict verdict) =>
        verdict is Succeeded or Declined or Refunded or MethodSetup or Abandoned;

    /// <summary>Whether it ended and nothing was bought with it.</summary>
    public static bool IsWithoutCharge(this PaymentVerdict verdict) => verdict is Declined or MethodSetup or Abandoned;

    /// <summary>Returns the link if it is an absolute http or https URL; otherwise null.</summary>
    public static string? PageOf(string? link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            ? link
            : null;
}
