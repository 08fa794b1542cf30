using DodoUpsell.TestKit;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DodoUpsell.StoreTests.Support;

/// <summary>A real PostgreSQL server, started with the first test that needs it, and its databases.</summary>
public sealed class PostgresDatabases : IAsyncDisposable
{
    private readonly Lazy<Task<PostgresServer>> _server = new(() => PostgresServer.StartAsync());
    private readonly Lazy<Task<string>> _documented;
    private readonly Lazy<Task<string>> _portable;

    public PostgresDatabases()
    {
        _documented = new Lazy<Task<string>>(CreateWithTablesAsync);
        _portable = new Lazy<Task<string>>(CreatePortableAsync);
    }

    /// <summary>
    /// Returns a database that is created with the script in the documentation. Tests share it; each uses its own
    /// account.
    /// </summary>
    public Task<string> DocumentedAsync() => _documented.Value;

    /// <summary>
    /// Returns a database on which the store uses the statements for every database, because PostgreSQL does not
    /// promise there to tell all keys apart. Tests share it; each uses its own account.
    /// </summary>
    public Task<string> PortableAsync() => _portable.Value;

    /// <summary>Creates a separate database on which the store uses the statements for every database.</summary>
    public async Task<string> CreatePortableAsync()
    {
        var database = await CreateWithTablesAsync();
        await ExecuteAsync(
            database,
            """
            CREATE COLLATION promises_nothing (provider = icu, locale = 'und', deterministic = false);
            ALTER TABLE dodo_charges ALTER COLUMN account TYPE varchar(100) COLLATE promises_nothing;
            ALTER TABLE dodo_settlements ALTER COLUMN account TYPE varchar(100) COLLATE promises_nothing;
            ALTER TABLE dodo_webhook_deliveries ALTER COLUMN account TYPE varchar(100) COLLATE promises_nothing;
            ALTER TABLE dodo_offers ALTER COLUMN account TYPE varchar(100) COLLATE promises_nothing;
            """
        );
        return database;
    }

    /// <summary>Creates an empty database with a linguistic collation and returns its connection string.</summary>
    public async Task<string> CreateAsync()
    {
        var server = await _server.Value;
        var name = $"test_{Guid.NewGuid():N}";
        await ExecuteAsync(
            server.ConnectionString,
            $"CREATE DATABASE {name} TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'en-US'"
        );
        return server.ConnectionStringOf(name);
    }

    /// <summary>Executes SQL.</summary>
    public static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (_server is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            await (await _server.Value).DisposeAsync();
    }

    /// <summary>Creates a separate database with the script in the documentation.</summary>
    public async Task<string> CreateWithTablesAsync()
    {
        var connectionString = await CreateAsync();
        await ExecuteAsync(
            connectionString,
            await File.ReadAllTextAsync(RepositoryFolder.PathOf("docs", "store.postgresql.sql"))
        );
        return connectionString;
    }
}
