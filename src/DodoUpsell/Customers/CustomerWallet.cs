using System.Text.Json.Serialization;

namespace DodoUpsell;

/// <summary>
/// A customer's credit in one currency (<c>POST /customers/{customer_id}/wallets/ledger-entries</c> answers with it).
/// Renewals and invoices use it up before the card.
/// </summary>
public sealed record CustomerWallet : ApiObject
{
    /// <summary>Gets whose wallet it is.</summary>
    public required string CustomerId { get; init; }

    /// <summary>Gets its currency.</summary>
    public Currency Currency { get; init; }

    /// <summary>Gets what is in it, in minor units of <see cref="Currency"/>.</summary>
    public long Balance { get; init; }

    /// <summary>Gets <see cref="Balance"/> in its currency.</summary>
    [JsonIgnore]
    public Money BalanceMoney => new(Balance, Currency);

    /// <summary>Gets when it was opened.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets when it last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }
}
