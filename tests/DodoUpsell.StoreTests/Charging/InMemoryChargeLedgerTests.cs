using System.Collections.Concurrent;

namespace DodoUpsell.StoreTests.Charging;

/// <summary>The suite for the in-memory ledger. Each account has its own ledger.</summary>
public sealed class InMemoryChargeLedgerTests : ChargeLedgerSuite
{
    private readonly ConcurrentDictionary<string, IChargeLedger> _ledgers = new(StringComparer.Ordinal);

    protected override Task<IChargeLedger> OpenAsync(string account) =>
        Task.FromResult(_ledgers.GetOrAdd(account, _ => new InMemoryChargeLedger()));
}
