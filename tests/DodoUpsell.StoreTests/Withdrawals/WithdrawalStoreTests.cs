using System.Collections.Concurrent;
using DodoUpsell.StoreTests.Support;

namespace DodoUpsell.StoreTests.Withdrawals;

/// <summary>The suite for the in-memory store. Each account has its own store.</summary>
public sealed class InMemoryWithdrawalStoreTests : WithdrawalStoreSuite
{
    private readonly ConcurrentDictionary<string, IWithdrawalStore> _stores = new(StringComparer.Ordinal);

    protected override Task<IWithdrawalStore> OpenAsync(string account) =>
        Task.FromResult(_stores.GetOrAdd(account, _ => new InMemoryWithdrawalStore()));
}

/// <summary>
/// The suite for a real PostgreSQL server, whose tables are created by the script in the documentation.
/// </summary>
public sealed class EntityFrameworkWithdrawalStoreTests(PostgresDatabases databases)
    : WithdrawalStoreInDatabase(databases.DocumentedAsync);

/// <summary>The same suite for the statements that every database gets.</summary>
public sealed class PortableWithdrawalStoreTests(PostgresDatabases databases)
    : WithdrawalStoreInDatabase(databases.PortableAsync);

/// <summary>The suite for SQLite, with a file for all tests, as in an app with several processes.</summary>
public sealed class SqliteWithdrawalStoreTests(SqliteDatabases databases)
    : WithdrawalStoreInDatabase(databases.DocumentedAsync);

public abstract class WithdrawalStoreInDatabase(Func<Task<string>> database) : WithdrawalStoreSuite, IAsyncDisposable
{
    private readonly List<Node> _nodes = [];

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var node in _nodes)
            await node.DisposeAsync();
    }

    protected override async Task<IWithdrawalStore> OpenAsync(string account)
    {
        var node = new Node(await database());
        _nodes.Add(node);
        return EntityFrameworkWithdrawalStore.Create(node, account);
    }
}
