namespace DodoUpsell.Webhooks;

/// <summary>Something happened to what a customer is entitled to (<c>entitlement_grant.*</c>).</summary>
/// <param name="Data">The grant as it is at delivery, which may be newer than the event. Its status decides, not the
/// event's type.</param>
public sealed record EntitlementGrantEvent(EntitlementGrant Data) : WebhookEvent<EntitlementGrant>(Data)
{
    internal override EventKind<EntitlementGrant> Kind => EventKinds.EntitlementGrant;
}
