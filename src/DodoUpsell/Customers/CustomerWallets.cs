using System.Text.Json.Serialization;

namespace DodoUpsell;

/// <summary>All wallets of a customer (<c>GET /customers/{customer_id}/wallets</c>).</summary>
public sealed record CustomerWallets : ApiObject
{
    /// <summary>One wallet per currency.</summary>
    public IReadOnlyList<CustomerWallet> Items { get; init => field = value ?? []; } = [];

    /// <summary>All balances together, converted to minor units of USD.</summary>
    public long TotalBalanceUsd { get; init; }

    /// <summary><see cref="TotalBalanceUsd"/> in its currency.</summary>
    [JsonIgnore]
    public Money TotalBalance => new(TotalBalanceUsd, Currency.USD);
}
