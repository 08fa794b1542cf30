namespace DodoUpsell.Webhooks;

/// <summary>A dispute was opened or changed (<c>dispute.*</c>).</summary>
/// <param name="Data">The dispute at the time of delivery, which may be newer than the event.</param>
public sealed record DisputeEvent(Dispute Data) : WebhookEvent<Dispute>(Data)
{
    internal override EventKind<Dispute> Kind => EventKinds.Dispute;
}
