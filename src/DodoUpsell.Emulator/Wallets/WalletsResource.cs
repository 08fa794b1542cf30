using System.Collections.Frozen;
using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Customers;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Wallets;

internal sealed class WalletsResource(EmulatorState state) : IResource
{
    // A fixed rate, so that the amount is the same in every run.
    private const int DefaultRupeesPerDollar = 80;
    private static readonly FrozenSet<string> Supported = FrozenSet.Create(StringComparer.Ordinal, "USD", "INR");
    private static readonly FrozenSet<string> EntryTypes = FrozenSet.Create(StringComparer.Ordinal, "credit", "debit");

    public void Map(RouteTable routes)
    {
        routes.Map("GET", "/customers/{customer_id}/wallets", List);
        routes.Map("GET", "/customers/{customer_id}/wallets/ledger-entries", ListEntries);
        routes.Map("POST", "/customers/{customer_id}/wallets/ledger-entries", CreateEntry);
    }

    private WireResponse List(RouteCall call)
    {
        Wallet[] wallets = [.. Of(call)];
        return WireResponse.Json(
            new JsonObject
            {
                ["items"] = new JsonArray([.. wallets.Select(WalletJson.Wallet)]),
                ["total_balance_usd"] = TotalInDollars(wallets),
            }
        );
    }

    private WireResponse ListEntries(RouteCall call)
    {
        var wallets = Of(call);
        var currency = call.Query.Choice("currency", Currencies.All);
        return WireResponse.Items(
            wallets
                .Where(wallet => currency is null || string.Equals(wallet.Currency, currency, StringComparison.Ordinal))
                .SelectMany(wallet => wallet.Entries)
                .OrderByDescending(entry => entry.Id, StringComparer.Ordinal)
                .Page(call.Query)
                .Select(WalletJson.Entry)
        );
    }

    private WireResponse CreateEntry(RouteCall call)
    {
        var customer = state.Customers.Get(call.Path("customer_id"));
        var body = call.Body();
        var isCredit = body.Choice("entry_type", EntryTypes) is "credit";
        var currency = body.Choice("currency", Currencies.All);
        var amount = body.Int64("amount");
        var key = body.OptionalText("idempotency_key");
        var reason = body.OptionalText("reason");
        if (key is not null && FindByKey(customer, key) is { } original)
            return WireResponse.Json(WalletJson.After(original));

        if (!Supported.Contains(currency))
            throw ApiException.Unprocessable(ErrorCodes.UnsupportedCurrency, "wallets are kept in USD and INR only");

        if (amount < 1)
            throw ApiException.InvalidParameters("`amount` must be at least 1");

        var wallet = state.Wallets.TryGet(Wallet.IdOf(customer, currency), out var known)
            ? known
            : Open(customer, currency);
        if (!isCredit && amount > wallet.Balance)
            throw new ApiException(
                400,
                ErrorCodes.InsufficientWalletFunds,
                $"the wallet holds {wallet.Balance}, which is less than {amount}"
            );

        if (isCredit && amount > long.MaxValue - wallet.Balance)
            throw ApiException.Unprocessable(ErrorCodes.IntegerConversionFailure, "the balance would be too large");

        var entry = new WalletEntry(
            state.Ids.Next("cwl"),
            wallet,
            isCredit,
            amount,
            wallet.Balance,
            state.Now,
            reason,
            key
        );
        wallet.Entries.Add(entry);
        wallet.Balance = entry.After;
        wallet.UpdatedAt = state.Now;
        state.Wallets.Put(wallet);
        return WireResponse.Json(WalletJson.After(entry));
    }

    private long TotalInDollars(Wallet[] wallets)
    {
        var rupeesPerDollar = state.ExchangeRates.PerDollar("INR") ?? DefaultRupeesPerDollar;
        var total = wallets.Sum(wallet =>
            wallet.Currency is "USD" ? wallet.Balance : decimal.Truncate(wallet.Balance / rupeesPerDollar)
        );
        return (long)Math.Min(total, long.MaxValue);
    }

    private IEnumerable<Wallet> Of(RouteCall call)
    {
        var customer = state.Customers.Get(call.Path("customer_id"));
        return state.Indexes.WalletsByCustomer.Of(customer.Id);
    }

    private WalletEntry? FindByKey(Customer customer, string key) =>
        state
            .Indexes.WalletsByCustomer.Of(customer.Id)
            .SelectMany(wallet => wallet.Entries)
            .FirstOrDefault(entry => string.Equals(entry.IdempotencyKey, key, StringComparison.Ordinal));

    // Stored only once it has an entry: a refused debit creates no wallet.
    private Wallet Open(Customer customer, string currency) =>
        new()
        {
            Customer = customer,
            Currency = currency,
            CreatedAt = state.Now,
            UpdatedAt = state.Now,
        };
}
