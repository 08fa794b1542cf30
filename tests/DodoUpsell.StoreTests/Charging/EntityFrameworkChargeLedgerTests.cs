using DodoUpsell.StoreTests.Support;

namespace DodoUpsell.StoreTests.Charging;

/// <summary>
/// The suite for a real PostgreSQL server, whose tables are created by the script in the documentation.
/// </summary>
public sealed class EntityFrameworkChargeLedgerTests(PostgresDatabases databases) : ChargeLedgerSuite, IAsyncDisposable
{
    private readonly List<Node> _nodes = [];

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
            await node.DisposeAsync();
    }

    protected override async Task<IChargeLedger> OpenAsync(string account)
    {
        var node = new Node(await databases.DocumentedAsync());
        _nodes.Add(node);
        return node.Ledger(account);
    }
}
