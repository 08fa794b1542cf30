using System.Collections.Concurrent;
using DodoUpsell.StoreTests.Support;

namespace DodoUpsell.StoreTests.Quotes;

/// <summary>The suite for the in-memory store. Each account has its own store.</summary>
public sealed class InMemoryQuoteStoreTests : QuoteStoreSuite
{
    private readonly ConcurrentDictionary<string, IPlanChangeQuoteStore> _stores = new(StringComparer.Ordinal);

    protected override Task<IPlanChangeQuoteStore> OpenAsync(string account) =>
        Task.FromResult(_stores.GetOrAdd(account, _ => new InMemoryPlanChangeQuoteStore()));

    [Fact]
    public async Task The_memory_that_it_takes_is_limited()
    {
        var store = await OpenAsync("");
        for (var i = 0; i <= 10_000; i++)
            await store.AddAsync(Quote($"quote-{i}", $"user:{i}", Now.AddSeconds(i)), 20, Now);

        Assert.Null(await store.FindAsync(Test, "quote-0"));
        Assert.NotNull(await store.FindAsync(Test, "quote-1"));
        Assert.NotNull(await store.FindAsync(Test, "quote-10000"));
    }
}

/// <summary>The suite for a real PostgreSQL server, whose tables are created by the script in the documentation.</summary>
public sealed class EntityFrameworkQuoteStoreTests(PostgresDatabases databases)
    : QuoteStoreInDatabase(databases.DocumentedAsync);

/// <summary>The suite for SQLite, with a file for all tests, as in an app with several processes.</summary>
public sealed class SqliteQuoteStoreTests(SqliteDatabases databases) : QuoteStoreInDatabase(databases.DocumentedAsync);

public abstract class QuoteStoreInDatabase(Func<Task<string>> database) : QuoteStoreSuite, IAsyncDisposable
{
    private readonly List<Node> _nodes = [];

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var node in _nodes)
            await node.DisposeAsync();
    }

    protected override async Task<IPlanChangeQuoteStore> OpenAsync(string account)
    {
        var node = new Node(await database());
        _nodes.Add(node);
        return EntityFrameworkPlanChangeQuoteStore.Create(node, account);
    }
}
