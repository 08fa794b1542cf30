using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Tests.Wallets;

public sealed class WalletTests : IDisposable
{
    private const string Wallets = "customers/cus_demo_ada/wallets";
    private const string Entries = Wallets + "/ledger-entries";
    private readonly ApiCaller _api = new(new DodoEmulator());

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task Credits_and_debits_move_the_balance_of_one_currency()
    {
        Assert.Empty((await _api.Get(Wallets)).Items);
        Assert.Equal(1000, (await Book("credit", 1000)).Ok.Number("balance"));
        Assert.Equal(700, (await Book("debit", 300)).Ok.Number("balance"));
        Assert.Equal(8000, (await Book("credit", 8000, "INR")).Ok.Number("balance"));

        var wallets = (await _api.Get(Wallets)).Ok;
        Assert.Equal(
            ["USD", "INR"],
            wallets["items"]!.AsArray().Select(wallet => wallet.Text("currency")),
            StringComparer.Ordinal
        );
        Assert.Equal(800, wallets["total_balance_usd"]!.GetValue<long>());
        var entries = (await _api.Get(Entries)).Items;
        Assert.Equal([8000, 300, 1000], entries.Select(entry => entry.Number("amount")));
        Assert.Equal([1000, 700], new[] { entries[1].Number("before_balance"), entries[1].Number("after_balance") });
        Assert.False(entries[1]!["is_credit"]!.GetValue<bool>());
        Assert.Single((await _api.Get(Entries + "?currency=INR")).Items);
        Assert.Equal(
            1000,
            Assert.Single((await _api.Get(Entries + "?page_size=1&page_number=2")).Items).Number("amount")
        );
        Assert.Empty((await _api.Get("customers/cus_demo_ben/wallets")).Items);
    }

    [Fact]
    public async Task The_total_is_converted_by_the_rate_of_the_options()
    {
        using var api = new ApiCaller(
            new DodoEmulator(
                new DodoEmulatorOptions
                {
                    ExchangeRates = new Dictionary<string, decimal>(StringComparer.Ordinal) { ["INR"] = 100m },
                }
            )
        );
        _ = (await api.Post(Entries, """{ "entry_type": "credit", "amount": 8050, "currency": "INR" }""")).Ok;

        Assert.Equal(80, (await api.Get(Wallets)).Ok["total_balance_usd"]!.GetValue<long>());
    }

    [Fact]
    public async Task A_repeated_key_returns_the_original_and_books_nothing()
    {
        var original = (await Book("credit", 500, key: "k1")).Ok;
        await Book("credit", 500);

        var repeated = (await Book("credit", 500, key: "k1")).Ok;

        Assert.Equal(original.ToJsonString(), repeated.ToJsonString());
        Assert.Equal(2, (await _api.Get(Entries)).Items.Count);
        Assert.Equal(1000, (await _api.Get(Wallets)).Items[0].Number("balance"));
    }

    [Fact]
    public async Task A_debit_above_the_balance_is_refused_with_400()
    {
        (await Book("debit", 1)).IsError(400, "INSUFFICIENT_WALLET_FUNDS");
        Assert.Empty((await _api.Get(Wallets)).Items);
        await Book("credit", 100);
        (await Book("debit", 101)).IsError(400, "INSUFFICIENT_WALLET_FUNDS");
    }

    [Fact]
    public async Task What_a_wallet_cannot_hold_is_refused()
    {
        (await Book("credit", 1, "EUR")).IsError(422, "UNSUPPORTED_CURRENCY");
        (await Book("credit", 0)).IsError(422, "INVALID_REQUEST_PARAMETERS");
        (await Book("gift", 1)).IsInvalidField("entry_type");
        (await _api.Post(Entries, """{ "entry_type": "credit", "currency": "USD", "amount": 1.5 }""")).IsInvalidField(
            "amount"
        );
        (await _api.Post(Entries, """{ "entry_type": "credit", "currency": "USD" }""")).IsInvalidField("amount");
        _ = (await Book("credit", long.MaxValue)).Ok;
        (await Book("credit", 1)).IsError(422, "INTEGER_CONVERSION_FAILURE");
        (await _api.Post("customers/cus_none/wallets/ledger-entries", "{")).IsError(404, "NOT_FOUND");
        (await _api.Get(Entries + "?currency=XXX")).IsError(422, "INVALID_QUERY_PARAMS");
    }

    [Fact]
    public async Task Wallets_in_both_currencies_at_their_limit_still_add_up()
    {
        await Book("credit", long.MaxValue);
        await Book("credit", long.MaxValue, "INR");

        Assert.Equal(long.MaxValue, (await _api.Get(Wallets)).Ok["total_balance_usd"]!.GetValue<long>());
    }

    private Task<Answer> Book(string type, long amount, string currency = "USD", string? key = null) =>
        _api.Post(
            Entries,
            $$"""
            { "entry_type": "{{type}}", "currency": "{{currency}}",
              "amount": {{amount}}{{(key is null ? "" : $", \"idempotency_key\": \"{key}\"")}} }
            """
        );
}
