namespace DodoUpsell.Webhooks;

/// <summary>Something happened to a subscription (<c>subscription.*</c>).</summary>
/// <param name="Data">The subscription as it is at delivery, which may be newer than the event. Its status decides, not
/// the event's type.</param>
public sealed record SubscriptionEvent(Subscription Data) : WebhookEvent<Subscription>(Data)
{
    internal override EventKind<Subscription> Kind => EventKinds.Subscription;
}
