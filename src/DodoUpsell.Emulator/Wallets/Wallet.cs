using DodoUpsell.Emulator.Customers;

namespace DodoUpsell.Emulator.Wallets;

/// <summary>The wallet of a customer in one currency.</summary>
internal sealed class Wallet
{
    public required Customer Customer { get; init; }

    public required string Currency { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    public long Balance { get; set; }

    public List<WalletEntry> Entries { get; } = [];

    public string Id => IdOf(Customer, Currency);

    public static string IdOf(Customer customer, string currency) => $"{customer.Id}/{currency}";
}

/// <summary>One movement on a wallet, with the balance after it.</summary>
internal sealed record WalletEntry(
    string Id,
    Wallet Wallet,
    bool IsCredit,
    long Amount,
    long Before,
    DateTimeOffset CreatedAt,
    string? Reason,
    string? IdempotencyKey
)
{
    public long After => IsCredit ? Before + Amount : Before - Amount;
}
