namespace DodoUpsell.Webhooks;

/// <summary>A credit balance fell below its threshold (<c>credit.balance_low</c>).</summary>
/// <param name="Data">The balance at the time of delivery, which may be newer than the event.</param>
public sealed record CreditBalanceLowEvent(CreditBalanceLow Data) : WebhookEvent<CreditBalanceLow>(Data)
{
    internal override EventKind<CreditBalanceLow> Kind => EventKinds.CreditBalanceLow;
}
