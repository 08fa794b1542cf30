namespace DodoUpsell;

/// <summary>
/// Represents a credit or debit of a customer's wallet (<c>POST /customers/{customer_id}/wallets/ledger-entries</c>).
/// </summary>
/// <remarks>
/// One of the few write operations that can be repeated safely, provided that <see cref="IdempotencyKey"/> is set.
/// </remarks>
public sealed record CreateWalletLedgerEntryRequest : ApiObject
{
    /// <summary>Gets the currency of the wallet to credit or debit. Wallets exist in USD and INR only.</summary>
    public required Currency Currency { get; init; }

    /// <summary>
    /// Gets the amount, in minor units of <see cref="Currency"/>. <see cref="EntryType"/> specifies the direction.
    /// </summary>
    public required long Amount { get; init; }

    /// <summary>Gets whether the amount is added or subtracted. Subtracting more than the balance fails.</summary>
    public required WalletEntryType EntryType { get; init; }

    /// <summary>Gets the reason that is recorded in the ledger.</summary>
    public string? Reason { get; init; }

    /// <summary>
    /// Gets your own unique key of this entry. Repeating a request with the same key returns the original entry instead
    /// of creating another one.
    /// </summary>
    public string? IdempotencyKey { get; init; }

    internal void Validate()
    {
        Check.Given(Currency, nameof(Currency));
        Check.AtLeast<long>(Amount, 0, nameof(Amount));
        Check.Given(EntryType, nameof(EntryType));
        Check.NotBlankIfGiven(IdempotencyKey, nameof(IdempotencyKey));
    }
}
