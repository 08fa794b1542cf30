using System.Text.Json.Serialization;
using DodoUpsell.Http;

namespace DodoUpsell;

/// <summary>Represents all wallets of a customer (<c>GET /customers/{customer_id}/wallets</c>).</summary>
public sealed record CustomerWallets : ApiObject, IListAnswer
{
    private readonly IReadOnlyList<CustomerWallet>? _items;

    /// <summary>Gets the wallets, one per currency.</summary>
    public IReadOnlyList<CustomerWallet> Items
    {
        get => _items ?? [];
        init => _items = value;
    }

    /// <summary>Gets the sum of all balances, converted to minor units of USD.</summary>
    public long TotalBalanceUsd { get; init; }

    /// <summary>Gets <see cref="TotalBalanceUsd"/> as <see cref="Money"/>.</summary>
    [JsonIgnore]
    public Money TotalBalance => new(TotalBalanceUsd, Currency.USD);

    /// <inheritdoc/>
    string? IListAnswer.MissingList => _items is null ? "items" : null;
}
