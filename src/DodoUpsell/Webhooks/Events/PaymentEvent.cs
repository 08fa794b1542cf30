namespace DodoUpsell.Webhooks;

/// <summary>Something happened to a payment (<c>payment.*</c>).</summary>
/// <param name="Data">The payment as it is at delivery, which may be newer than the event. Its status decides, not the
/// event's type.</param>
public sealed record PaymentEvent(Payment Data) : WebhookEvent<Payment>(Data)
{
    internal override EventKind<Payment> Kind => EventKinds.Payment;
}
