using System.Collections.Concurrent;

namespace DodoUpsell.StoreTests.Charging;

/// <summary>The suite on the ledger in memory, of which each account has one.</summary>
public sealed class InMemoryChargeLedgerTests : ChargeLedgerSuite
{
    private readonly ConcurrentDictionary<string, IChargeLedger> _ledgers = new(StringComparer.Ordinal);

    protected override Task<IChargeLedger> OpenAsync(string account) =>
        Task.FromResult(_ledgers.GetOrAdd(account, _ => new InMemoryChargeLedger()));
}
