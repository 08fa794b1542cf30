namespace DodoUpsell.Webhooks;

/// <summary>A balance of credits moved (<c>credit.*</c>).</summary>
/// <param name="Data">The movement.</param>
public sealed record CreditEvent(CreditLedgerEntry Data) : WebhookEvent<CreditLedgerEntry>(Data)
{
    internal override EventKind<CreditLedgerEntry> Kind => EventKinds.CreditLedgerEntry;
}
