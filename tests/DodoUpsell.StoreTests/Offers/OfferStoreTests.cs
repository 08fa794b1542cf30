using System.Collections.Concurrent;
using DodoUpsell.StoreTests.Support;

namespace DodoUpsell.StoreTests.Offers;

/// <summary>The suite for the in-memory store. Each account has its own store.</summary>
public sealed class InMemoryOfferStoreTests : OfferStoreSuite
{
    private readonly ConcurrentDictionary<string, IOfferStore> _stores = new(StringComparer.Ordinal);

    protected override Task<IOfferStore> OpenAsync(string account) =>
        Task.FromResult(_stores.GetOrAdd(account, _ => new InMemoryOfferStore()));
}

/// <summary>
/// The suite for a real PostgreSQL server, whose tables are created by the script in the documentation.
/// </summary>
public sealed class EntityFrameworkOfferStoreTests(PostgresDatabases databases)
    : OfferStoreInDatabase(databases.DocumentedAsync);

/// <summary>The same suite for the statements that every database gets.</summary>
public sealed class PortableOfferStoreTests(PostgresDatabases databases)
    : OfferStoreInDatabase(databases.PortableAsync);

/// <summary>The suite for SQLite, with a file for all tests, as in an app with several processes.</summary>
public sealed class SqliteOfferStoreTests(SqliteDatabases databases) : OfferStoreInDatabase(databases.DocumentedAsync);

public abstract class OfferStoreInDatabase(Func<Task<string>> database) : OfferStoreSuite, IAsyncDisposable
{
    private readonly List<Node> _nodes = [];

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var node in _nodes)
            await node.DisposeAsync();
    }

    protected override async Task<IOfferStore> OpenAsync(string account)
    {
        var node = new Node(await database());
        _nodes.Add(node);
        return EntityFrameworkOfferStore.Create(node, account);
    }
}
