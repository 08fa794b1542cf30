namespace DodoUpsell.Webhooks;

/// <summary>An entitlement grant was created or changed (<c>entitlement_grant.*</c>).</summary>
/// <param name="Data">The grant at the time of delivery, which may be newer than the event. Rely on its status, not on
/// the event's type.</param>
public sealed record EntitlementGrantEvent(EntitlementGrant Data) : WebhookEvent<EntitlementGrant>(Data)
{
    internal override EventKind<EntitlementGrant> Kind => EventKinds.EntitlementGrant;
}
