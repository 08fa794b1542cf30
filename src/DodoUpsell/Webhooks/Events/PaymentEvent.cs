namespace DodoUpsell.Webhooks;

/// <summary>A payment changed (<c>payment.*</c>).</summary>
/// <param name="Data">The payment at the time of delivery, which may be newer than the event. Rely on its status, not
/// on the event's type.</param>
public sealed record PaymentEvent(Payment Data) : WebhookEvent<Payment>(Data)
{
    internal override EventKind<Payment> Kind => EventKinds.Payment;
}
