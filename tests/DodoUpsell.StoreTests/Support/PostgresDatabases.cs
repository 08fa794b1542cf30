using DodoUpsell.TestKit;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DodoUpsell.StoreTests.Support;

/// <summary>A real PostgreSQL server, started with the first test that needs it, and its databases.</summary>
public sealed class PostgresDatabases : IAsyncDisposable
{
    private readonly Lazy<Task<PostgresServer>> _server = new(() => PostgresServer.StartAsync());
    private readonly Lazy<Task<string>> _documented;

    public PostgresDatabases() => _documented = new Lazy<Task<string>>(CreateWithTablesAsync);

    /// <summary>
    /// Returns a database that is created with the script in the documentation. Tests share it; each uses its own
    /// account.
    /// </summary>
    public Task<string> DocumentedAsync() => _documented.Value;

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
