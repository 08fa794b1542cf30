namespace DodoUpsell.Webhooks;

/// <summary>A checkout was abandoned or recovered (<c>abandoned_checkout.*</c>).</summary>
/// <param name="Data">The abandoned checkout at the time of delivery, which may be newer than the event.</param>
public sealed record AbandonedCheckoutEvent(AbandonedCheckout Data) : WebhookEvent<AbandonedCheckout>(Data)
{
    internal override EventKind<AbandonedCheckout> Kind => EventKinds.AbandonedCheckout;
}
