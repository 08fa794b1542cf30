namespace DodoUpsell;

/// <summary>
/// Which movements of a customer's wallets to list (<c>GET /customers/{customer_id}/wallets/ledger-entries</c>); all of
/// them by default.
/// </summary>
public sealed record ListWalletLedgerEntriesRequest
{
    /// <summary>Only those of the wallet in this currency.</summary>
    public Currency? Currency { get; init; }

    /// <summary>Gets how many to fetch per request, 1 to 100; 10 by default.</summary>
    public int? PageSize { get; init; }

    internal void Validate() => Check.PageSize(PageSize, nameof(PageSize));
}
