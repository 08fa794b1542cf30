using System.Text.Json.Serialization;

namespace DodoUpsell;

/// <summary>
/// Represents a customer's credit in one currency (the response of <c>POST
/// /customers/{customer_id}/wallets/ledger-entries</c>). Renewals and invoices use this credit before they charge the
/// card.
/// </summary>
public sealed record CustomerWallet : ApiObject
{
    /// <summary>Gets the id of the customer who owns the wallet.</summary>
    public required string CustomerId { get; init; }

    /// <summary>Gets the currency of the wallet.</summary>
    public Currency Currency { get; init; }

    /// <summary>Gets the balance, in minor units of <see cref="Currency"/>.</summary>
    public long Balance { get; init; }

    /// <summary>Gets <see cref="Balance"/> as <see cref="Money"/>.</summary>
    [JsonIgnore]
    public Money BalanceMoney => new(Balance, Currency);

    /// <summary>Gets the time at which the wallet was opened.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets the time at which the wallet was last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }
}
