namespace DodoUpsell.Webhooks;

/// <summary>A payout was created or changed (<c>payout.*</c>).</summary>
/// <param name="Data">The payout at the time of delivery, which may be newer than the event.</param>
public sealed record PayoutEvent(Payout Data) : WebhookEvent<Payout>(Data)
{
    internal override EventKind<Payout> Kind => EventKinds.Payout;
}
