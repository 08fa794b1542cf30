namespace DodoUpsell.Webhooks;

/// <summary>A balance of credits is running out (<c>credit.balance_low</c>).</summary>
/// <param name="Data">The balance as it is at delivery, which may be newer than the event.</param>
public sealed record CreditBalanceLowEvent(CreditBalanceLow Data) : WebhookEvent<CreditBalanceLow>(Data)
{
    internal override EventKind<CreditBalanceLow> Kind => EventKinds.CreditBalanceLow;
}
