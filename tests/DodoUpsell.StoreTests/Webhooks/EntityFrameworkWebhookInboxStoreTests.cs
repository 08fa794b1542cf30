using System.Collections.Concurrent;
using DodoUpsell.StoreSuites;
using DodoUpsell.StoreTests.Support;
using DodoUpsell.Webhooks;

namespace DodoUpsell.StoreTests.Webhooks;

/// <summary>
/// The suite for a real PostgreSQL server. Each test has its own database, which uses a linguistic collation.
/// </summary>
public sealed class EntityFrameworkWebhookInboxStoreTests(PostgresDatabases databases)
    : WebhookInboxStoreInDatabase(databases.CreateWithTablesAsync);

/// <summary>The same suite for the statements that every database gets.</summary>
public sealed class PortableWebhookInboxStoreTests(PostgresDatabases databases)
    : WebhookInboxStoreInDatabase(databases.CreatePortableAsync);

/// <summary>The suite for SQLite. Each test has its own file.</summary>
public sealed class SqliteWebhookInboxStoreTests(SqliteDatabases databases)
    : WebhookInboxStoreInDatabase(databases.CreateWithTablesAsync);

public abstract class WebhookInboxStoreInDatabase(Func<Task<string>> create) : WebhookInboxStoreSuite, IAsyncLifetime
{
    private readonly ConcurrentBag<Node> _nodes = [];
    private string _database = "";

    public async ValueTask InitializeAsync() => _database = await create();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var node in _nodes)
            await node.DisposeAsync();
    }

    protected override ValueTask<IWebhookInboxStore> OpenAsync(string account = "")
    {
        var node = new Node(_database);
        _nodes.Add(node);
        return ValueTask.FromResult<IWebhookInboxStore>(EntityFrameworkWebhookInboxStore.Create(node, account));
    }
}
