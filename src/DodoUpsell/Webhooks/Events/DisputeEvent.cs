namespace DodoUpsell.Webhooks;

/// <summary>Something happened to a dispute (<c>dispute.*</c>).</summary>
/// <param name="Data">The dispute as it is at delivery, which may be newer than the event.</param>
public sealed record DisputeEvent(Dispute Data) : WebhookEvent<Dispute>(Data)
{
    internal override EventKind<Dispute> Kind => EventKinds.Dispute;
}
