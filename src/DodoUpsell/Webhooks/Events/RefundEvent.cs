namespace DodoUpsell.Webhooks;

/// <summary>A refund succeeded or failed (<c>refund.*</c>).</summary>
/// <param name="Data">The refund at the time of delivery, which may be newer than the event.</param>
public sealed record RefundEvent(Refund Data) : WebhookEvent<Refund>(Data)
{
    internal override EventKind<Refund> Kind => EventKinds.Refund;
}
