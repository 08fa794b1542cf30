using DodoUpsell.StoreTests.Support;

namespace DodoUpsell.StoreTests.Charging;

/// <summary>
/// The suite for a real PostgreSQL server, whose tables are created by the script in the documentation.
/// </summary>
public sealed class EntityFrameworkChargeLedgerTests(PostgresDatabases databases)
    : ChargeLedgerOnPostgres(databases.DocumentedAsync);

/// <summary>The same suite for the statements that every database gets.</summary>
public sealed class PortableChargeLedgerTests(PostgresDatabases databases)
    : ChargeLedgerOnPostgres(databases.PortableAsync);

public abstract class ChargeLedgerOnPostgres(Func<Task<string>> database) : ChargeLedgerSuite, IAsyncDisposable
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
