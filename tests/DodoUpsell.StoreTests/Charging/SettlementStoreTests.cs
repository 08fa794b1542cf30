using System.Collections.Concurrent;
using DodoUpsell.StoreTests.Support;

namespace DodoUpsell.StoreTests.Charging;

/// <summary>
/// The suite for a real PostgreSQL server, whose tables are created by the script in the documentation.
/// </summary>
public sealed class EntityFrameworkSettlementStoreTests(PostgresDatabases databases)
    : SettlementStoreInDatabase(databases.DocumentedAsync);

/// <summary>The same suite for the statements that every database gets.</summary>
public sealed class PortableSettlementStoreTests(PostgresDatabases databases)
    : SettlementStoreInDatabase(databases.PortableAsync);

/// <summary>The suite for SQLite, with a file for all tests, as in an app with several processes.</summary>
public sealed class SqliteSettlementStoreTests(SqliteDatabases databases) : SettlementStoreInDatabase(databases.DocumentedAsync);

public abstract class SettlementStoreInDatabase(Func<Task<string>> database) : SettlementStoreSuite, IAsyncDisposable
{
    private readonly List<Node> _nodes = [];

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var node in _nodes)
            await node.DisposeAsync();
    }

    protected override async Task<IChargeLedger> OpenAsync(string account)
    {
        var node = new Node(await database());
        _nodes.Add(node);
        return node.Ledger(account);
    }
}

/// <summary>The suite for the in-memory store.</summary>
public sealed class InMemorySettlementStoreTests : SettlementStoreSuite
{
    private readonly ConcurrentDictionary<string, IChargeLedger> _ledgers = new(StringComparer.Ordinal);

    protected override Task<IChargeLedger> OpenAsync(string account) =>
        Task.FromResult(_ledgers.GetOrAdd(account, _ => new InMemoryChargeLedger()));
}
