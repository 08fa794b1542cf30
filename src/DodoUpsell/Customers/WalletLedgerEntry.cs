using System.Text.Json.Serialization;

namespace DodoUpsell;

/// <summary>A movement of a customer's wallet (<c>GET /customers/{customer_id}/wallets/ledger-entries</c>).</summary>
public sealed record WalletLedgerEntry : ApiObject
{
    /// <summary>The entry's id.</summary>
    public required string Id { get; init; }

    /// <summary>Whose wallet it is.</summary>
    public string CustomerId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>What moved the wallet.</summary>
    public WalletEventType EventType { get; init; }

    /// <summary>Whether it added to the balance; if not, it took from it.</summary>
    public bool IsCredit { get; init; }

    /// <summary>Currency of the amounts.</summary>
    public Currency Currency { get; init; }

    /// <summary>
    /// How much was moved, in minor units of <see cref="Currency"/>; <see cref="IsCredit"/> tells the direction.
    /// </summary>
    public long Amount { get; init; }

    /// <summary><see cref="Amount"/> in its currency.</summary>
    [JsonIgnore]
    public Money AmountMoney => new(Amount, Currency);

    /// <summary>The balance before, in minor units of <see cref="Currency"/>.</summary>
    public long BeforeBalance { get; init; }

    /// <summary><see cref="BeforeBalance"/> in its currency.</summary>
    [JsonIgnore]
    public Money BeforeBalanceMoney => new(BeforeBalance, Currency);

    /// <summary>The balance after, in minor units of <see cref="Currency"/>.</summary>
    public long AfterBalance { get; init; }

    /// <summary><see cref="AfterBalance"/> in its currency.</summary>
    [JsonIgnore]
    public Money AfterBalanceMoney => new(AfterBalance, Currency);

    /// <summary>Why, when someone said so.</summary>
    public string? Reason { get; init; }

    /// <summary>The payment, refund or dispute that caused it.</summary>
    public string? ReferenceObjectId { get; init; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Your business.</summary>
    public string BusinessId
    {
        get;
        init => field = value ?? "";
    } = "";
}
