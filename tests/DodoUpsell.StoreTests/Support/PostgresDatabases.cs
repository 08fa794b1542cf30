using DodoUpsell.TestKit;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DodoUpsell.StoreTests.Support;

/// <summary>A real PostgreSQL, started with the first test that needs it, and databases in it.</summary>
public sealed class PostgresDatabases : IAsyncDisposable
{
    private readonly Lazy<Task<PostgresServer>> _server = new(() => PostgresServer.StartAsync());
    private readonly Lazy<Task<string>> _documented;

    public PostgresDatabases() => _documented = new Lazy<Task<string>>(CreateWithTablesAsync);

    /// <summary>
    /// A database made with the script of the documentation; tests share it, each with an account of its own.
    /// </summary>
    public Task<string> DocumentedAsync() => _documented.Value;

    /// <summary>An empty database that orders text as people do, as a connection string.</summary>
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

    /// <summary>Runs SQL.</summary>
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

    /// <summary>A database of one's own, made with the script of the documentation.</summary>
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
