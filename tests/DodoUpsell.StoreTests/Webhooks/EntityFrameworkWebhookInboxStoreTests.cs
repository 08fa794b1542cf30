using System.Collections.Concurrent;
using DodoUpsell.StoreSuites;
using DodoUpsell.StoreTests.Support;
using DodoUpsell.Webhooks;

namespace DodoUpsell.StoreTests.Webhooks;

/// <summary>
/// The suite for a real PostgreSQL server. Each test has its own database, which uses a linguistic collation.
/// </summary>
public sealed class EntityFrameworkWebhookInboxStoreTests(PostgresDatabases databases)
    : WebhookInboxStoreSuite,
        IAsyncLifetime
{
    private readonly ConcurrentBag<Node> _nodes = [];
    private string _database = "";

    public async ValueTask InitializeAsync() => _database = await databases.CreateWithTablesAsync();

    public async ValueTask DisposeAsync()
    {
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
