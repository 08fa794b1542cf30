namespace DodoUpsell;

/// <summary>
/// Specifies the wallet ledger entries of a customer to list (<c>GET
/// /customers/{customer_id}/wallets/ledger-entries</c>). By default, all entries are listed.
/// </summary>
public sealed record ListWalletLedgerEntriesRequest
{
    /// <summary>Gets the currency of the wallet to filter by.</summary>
    public Currency? Currency { get; init; }

    /// <summary>Gets the number of items to fetch per request. Must be between 1 and 100. The default is 10.</summary>
    public int? PageSize { get; init; }

    internal void Validate() => Check.PageSize(PageSize, nameof(PageSize));
}
