using System.Text.Json.Serialization;

namespace DodoUpsell;

/// <summary>
/// Represents a ledger entry of a customer's wallet (<c>GET /customers/{customer_id}/wallets/ledger-entries</c>).
/// </summary>
public sealed record WalletLedgerEntry : ApiObject
{
    /// <summary>Gets the entry's id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the id of the customer who owns the wallet.</summary>
    public string CustomerId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the cause of the entry.</summary>
    public WalletEventType EventType { get; init; }

    /// <summary>Gets whether the entry adds to the balance (true) or subtracts from it (false).</summary>
    public bool IsCredit { get; init; }

    /// <summary>Gets the currency of the amounts.</summary>
    public Currency Currency { get; init; }

    /// <summary>
    /// Gets the amount, in minor units of <see cref="Currency"/>. <see cref="IsCredit"/> specifies the direction.
    /// </summary>
    public long Amount { get; init; }

    /// <summary>Gets <see cref="Amount"/> as <see cref="Money"/>.</summary>
    [JsonIgnore]
    public Money AmountMoney => new(Amount, Currency);

    /// <summary>Gets the balance before the entry, in minor units of <see cref="Currency"/>.</summary>
    public long BeforeBalance { get; init; }

    /// <summary>Gets <see cref="BeforeBalance"/> as <see cref="Money"/>.</summary>
    [JsonIgnore]
    public Money BeforeBalanceMoney => new(BeforeBalance, Currency);

    /// <summary>Gets the balance after the entry, in minor units of <see cref="Currency"/>.</summary>
    public long AfterBalance { get; init; }

    /// <summary>Gets <see cref="AfterBalance"/> as <see cref="Money"/>.</summary>
    [JsonIgnore]
    public Money AfterBalanceMoney => new(AfterBalance, Currency);

    /// <summary>Gets the reason, or null if none was given.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets the id of the payment, refund or dispute that caused the entry.</summary>
    public string? ReferenceObjectId { get; init; }

    /// <summary>Gets the time at which the entry was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets the id of your business.</summary>
    public string BusinessId
    {
        get;
        init => field = value ?? "";
    } = "";
}
