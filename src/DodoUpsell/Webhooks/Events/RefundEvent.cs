namespace DodoUpsell.Webhooks;

/// <summary>A refund went through or not (<c>refund.*</c>).</summary>
/// <param name="Data">The refund as it is at delivery, which may be newer than the event.</param>
public sealed record RefundEvent(Refund Data) : WebhookEvent<Refund>(Data)
{
    internal override EventKind<Refund> Kind => EventKinds.Refund;
}
