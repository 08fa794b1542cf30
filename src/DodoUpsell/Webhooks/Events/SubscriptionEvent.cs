namespace DodoUpsell.Webhooks;

/// <summary>A subscription was created or changed (<c>subscription.*</c>).</summary>
/// <param name="Data">The subscription at the time of delivery, which may be newer than the event. Rely on its status,
/// not on the event's type.</param>
public sealed record SubscriptionEvent(Subscription Data) : WebhookEvent<Subscription>(Data)
{
    internal override EventKind<Subscription> Kind => EventKinds.Subscription;
}
