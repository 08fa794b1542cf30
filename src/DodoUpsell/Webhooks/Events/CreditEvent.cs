namespace DodoUpsell.Webhooks;

/// <summary>A credit balance changed (<c>credit.*</c>).</summary>
/// <param name="Data">The ledger entry of the change.</param>
public sealed record CreditEvent(CreditLedgerEntry Data) : WebhookEvent<CreditLedgerEntry>(Data)
{
    internal override EventKind<CreditLedgerEntry> Kind => EventKinds.CreditLedgerEntry;
}
