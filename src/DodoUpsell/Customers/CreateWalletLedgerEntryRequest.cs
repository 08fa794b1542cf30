namespace DodoUpsell;

/// <summary>
/// Credits or debits a customer's wallet (<c>POST /customers/{customer_id}/wallets/ledger-entries</c>).
/// </summary>
/// <remarks>One of the few writes that can be repeated safely: give it an <see cref="IdempotencyKey"/>.</remarks>
public sealed record CreateWalletLedgerEntryRequest : ApiObject
{
    /// <summary>Gets the wallet to move. Wallets exist in USD and INR only.</summary>
    public required Currency Currency { get; init; }

    /// <summary>
    /// Gets how much, in minor units of <see cref="Currency"/>; <see cref="EntryType"/> gives the direction.
    /// </summary>
    public required long Amount { get; init; }

    /// <summary>Gets whether to add or to take. Taking more than there is fails.</summary>
    public required WalletEntryType EntryType { get; init; }

    /// <summary>Gets why, for the ledger.</summary>
    public string? Reason { get; init; }

    /// <summary>
    /// Gets a text of your own for this one movement; repeating it returns the first entry instead of making another.
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
