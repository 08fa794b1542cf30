using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Wallets;

internal static class WalletJson
{
    public static JsonObject Wallet(Wallet wallet) => Wallet(wallet, wallet.Balance, wallet.UpdatedAt);

    /// <summary>Returns the wallet after an entry.</summary>
    public static JsonObject After(WalletEntry entry) => Wallet(entry.Wallet, entry.After, entry.CreatedAt);

    public static JsonObject Entry(WalletEntry entry) =>
        new()
        {
            ["id"] = entry.Id,
            ["business_id"] = EmulatorState.BusinessId,
            ["customer_id"] = entry.Wallet.Customer.Id,
            ["currency"] = entry.Wallet.Currency,
            ["amount"] = entry.Amount,
            ["is_credit"] = entry.IsCredit,
            ["before_balance"] = entry.Before,
            ["after_balance"] = entry.After,
            ["event_type"] = "merchant_adjustment",
            ["reason"] = entry.Reason,
            ["reference_object_id"] = null,
            ["created_at"] = WireTime.Write(entry.CreatedAt),
        };

    private static JsonObject Wallet(Wallet wallet, long balance, DateTimeOffset updatedAt) =>
        new()
        {
            ["customer_id"] = wallet.Customer.Id,
            ["currency"] = wallet.Currency,
            ["balance"] = balance,
            ["created_at"] = WireTime.Write(wallet.CreatedAt),
            ["updated_at"] = WireTime.Write(updatedAt),
        };
}
