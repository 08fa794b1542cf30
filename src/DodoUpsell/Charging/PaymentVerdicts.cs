using static DodoUpsell.Charging.PaymentVerdict;

namespace DodoUpsell.Charging;

/// <summary>
/// Maps a payment's status to a verdict. The mapping is the same for one-time payments and subscription payments.
/// </summary>
internal static class PaymentVerdicts
{
    // A link is used only in states in which the customer can act, not while the bank or the seller has to act.
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
    /// Returns the verdict for a payment whose link may come from elsewhere, such as the response to the charge.
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

    /// <summary>Returns whether the payment continues only when the customer acts.</summary>
    public static bool WaitsForCustomer(PaymentStatus? status) =>
        status == PaymentStatus.RequiresCustomerAction
        || status == PaymentStatus.RequiresPaymentMethod
        || status == PaymentStatus.RequiresConfirmation;

    /// <summary>Returns whether the payment can no longer change.</summary>
    public static bool IsFinal(this PaymentVerdict verdict) =>
        verdict is Succeeded or Declined or Refunded or MethodSetup or Abandoned;

    /// <summary>Returns whether the payment is final and nothing was bought with it.</summary>
    public static bool IsWithoutCharge(this PaymentVerdict verdict) => verdict is Declined or MethodSetup or Abandoned;

    /// <summary>Returns the link if it is an absolute http or https URL; otherwise null.</summary>
    public static string? PageOf(string? link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            ? link
            : null;
}
