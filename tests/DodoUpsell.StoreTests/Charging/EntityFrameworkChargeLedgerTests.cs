using DodoUpsell.StoreTests.Support;

namespace DodoUpsell.StoreTests.Charging;

/// <summary>
/// The suite for a real PostgreSQL server, whose tables are created by the script in the documentation.
/// </summary>
public sealed class EntityFrameworkChargeLedgerTests(PostgresDatabases databases)
    : ChargeLedgerInDatabase(databases.DocumentedAsync);

/// <summary>The same suite for the statements that every database gets.</summary>
public sealed class PortableChargeLedgerTests(PostgresDatabases databases)
    : ChargeLedgerInDatabase(databases.PortableAsync);

/// <summary>The suite for SQLite, with a file for all tests, as in an app with several processes.</summary>
public sealed class SqliteChargeLedgerTests(SqliteDatabases databases) : ChargeLedgerInDatabase(databases.DocumentedAsync);

public abstract class ChargeLedgerInDatabase(Func<Task<string>> database) : ChargeLedgerSuite, IAsyncDisposable
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
