using System.Text.Json.Serialization;

namespace DodoUpsell;

/// <summary>A movement of a customer's wallet (<c>GET /customers/{customer_id}/wallets/ledger-entries</c>).</summary>
public sealed record WalletLedgerEntry : ApiObject
{
    /// <summary>Gets the entry's id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets whose wallet it is.</summary>
    public string CustomerId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets what moved the wallet.</summary>
    public WalletEventType EventType { get; init; }

    /// <summary>Gets whether it added to the balance; if not, it took from it.</summary>
    public bool IsCredit { get; init; }

    /// <summary>Currency of the amounts.</summary>
    public Currency Currency { get; init; }

    /// <summary>
    /// Gets how much was moved, in minor units of <see cref="Currency"/>; <see cref="IsCredit"/> tells the direction.
    /// </summary>
    public long Amount { get; init; }

    /// <summary>Gets <see cref="Amount"/> in its currency.</summary>
    [JsonIgnore]
    public Money AmountMoney => new(Amount, Currency);

    /// <summary>Gets the balance before, in minor units of <see cref="Currency"/>.</summary>
    public long BeforeBalance { get; init; }

    /// <summary>Gets <see cref="BeforeBalance"/> in its currency.</summary>
    [JsonIgnore]
    public Money BeforeBalanceMoney => new(BeforeBalance, Currency);

    /// <summary>Gets the balance after, in minor units of <see cref="Currency"/>.</summary>
    public long AfterBalance { get; init; }

    /// <summary>Gets <see cref="AfterBalance"/> in its currency.</summary>
    [JsonIgnore]
    public Money AfterBalanceMoney => new(AfterBalance, Currency);

    /// <summary>Gets why, when someone said so.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets the payment, refund or dispute that caused it.</summary>
    public string? ReferenceObjectId { get; init; }

    /// <summary>Gets when it happened.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Your business.</summary>
    public string BusinessId
    {
        get;
        init => field = value ?? "";
    } = "";
}
