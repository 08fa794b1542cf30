using System.Text.Json.Serialization;
using DodoUpsell.Http;

namespace DodoUpsell;

/// <summary>All wallets of a customer (<c>GET /customers/{customer_id}/wallets</c>).</summary>
public sealed record CustomerWallets : ApiObject, IListAnswer
{
    private readonly IReadOnlyList<CustomerWallet>? _items;

    /// <summary>Gets one wallet per currency.</summary>
    public IReadOnlyList<CustomerWallet> Items
    {
        get => _items ?? [];
        init => _items = value;
    }

    /// <summary>Gets all balances together, converted to minor units of USD.</summary>
    public long TotalBalanceUsd { get; init; }

    /// <summary>Gets <see cref="TotalBalanceUsd"/> in its currency.</summary>
    [JsonIgnore]
    public Money TotalBalance => new(TotalBalanceUsd, Currency.USD);

    /// <inheritdoc/>
    string? IListAnswer.MissingList => _items is null ? "items" : null;
}
