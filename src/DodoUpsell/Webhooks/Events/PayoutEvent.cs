namespace DodoUpsell.Webhooks;

/// <summary>Something happened to a payout (<c>payout.*</c>).</summary>
/// <param name="Data">The payout as it is at delivery, which may be newer than the event.</param>
public sealed record PayoutEvent(Payout Data) : WebhookEvent<Payout>(Data)
{
    internal override EventKind<Payout> Kind => EventKinds.Payout;
}
