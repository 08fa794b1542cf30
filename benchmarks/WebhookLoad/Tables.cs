using DodoUpsell.TestKit;
using Npgsql;

namespace WebhookLoad;

/// <summary>A database with the documented tables.</summary>
internal static class Tables
{
    /// <summary>Creates it and returns its connection string.</summary>
    public static async Task<string> CreateAsync(PostgresServer server, string name)
    {
        await using (var admin = NpgsqlDataSource.Create(server.ConnectionString))
        await using (var create = admin.CreateCommand($"CREATE DATABASE {name}"))
            await create.ExecuteNonQueryAsync();
        await using var source = NpgsqlDataSource.Create(server.ConnectionStringOf(name));
        await using var tables = source.CreateCommand(
            await File.ReadAllTextAsync(RepositoryFolder.PathOf("docs", "store.postgresql.sql"))
        );
        await tables.ExecuteNonQueryAsync();
        return server.ConnectionStringOf(name);
    }
}
